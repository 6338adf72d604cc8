variable "REGISTRY" {
  default = "ghcr.io/example"
}

target "app" {
  tags = ["${REGISTRY}/app:1"]
}
