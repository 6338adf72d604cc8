variable "region" {
  default = "europe-west3"
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
