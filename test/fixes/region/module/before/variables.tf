variable "region" {
  default = "cn-north-1"
}
