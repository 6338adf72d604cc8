variable "region" {
  default = "eu-central-1"
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
