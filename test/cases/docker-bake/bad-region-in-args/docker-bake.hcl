variable "REGION" {
  default = "cn-northwest-1"
}

target "app" {
  args = {
    AWS_REGION         = REGION
    AWS_DEFAULT_REGION = "cn-north-1"
    NODE_VERSION       = "22"
  }
  tags = ["app:1"]
}
