variable "TAG" { default = TAG }
variable { default = "x" }

target "app" {
  args = { A = , B = "https://registry.npmmirror.com" }
  tags = ["registry.cn-hangzhou.aliyuncs.com/shop/app:${TAG", "x"]
  contexts = ["docker-image://"]
  cache-from = [{ type = "registry" }, "", "ref="]
