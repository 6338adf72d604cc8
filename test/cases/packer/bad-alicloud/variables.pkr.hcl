variable "region" {
  type    = string
  default = "cn-hangzhou"
}

variable "index" {
  type    = string
  default = "https://pypi.tuna.tsinghua.edu.cn/simple"
}
