variable "region" {
  default = "cn-hangzhou"
}

variable "access_key" {
  sensitive = true
}

variable "group" {}

variable "image" {}

variable "tags" {
  type    = map(string)
  default = {}
}
