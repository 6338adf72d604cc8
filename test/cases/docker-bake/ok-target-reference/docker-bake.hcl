target "base" {
  tags = ["example/base:1"]
}

target "app" {
  contexts = { base = "target:base" }
  tags     = [target.base.tags[0], notequal("", BRANCH) ? "example/app:${BRANCH}" : ""]
}
