variable "REGISTRY" {
  default = "registry.cn-beijing.aliyuncs.com/example"
}
