variable "TAG" {
  default = "latest"
}

group "default" {
  targets = ["app", "docs"]
}

target "_common" {
  platforms = ["linux/amd64", "linux/arm64"]
  labels = {
    "org.opencontainers.image.source" = "https://oss-cn-hangzhou.aliyuncs.com/not-a-use"
  }
}

target "app" {
  inherits   = ["_common"]
  dockerfile = "Dockerfile"
  tags       = ["ghcr.io/example/app:${TAG}", "ghcr.io/example/app:latest"]
  args = {
    NODE_VERSION = "22"
  }
  cache-from = ["type=gha"]
  output     = ["type=registry"]
}

target "docs" {
  context = "https://github.com/example/docs.git"
  tags    = ["example/docs:${TAG}"]
}
