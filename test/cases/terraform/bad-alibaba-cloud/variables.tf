variable "region" {
  type    = string
  default = "cn-hangzhou"
}
