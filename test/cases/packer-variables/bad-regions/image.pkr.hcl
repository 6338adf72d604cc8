variable "region" {
  type = string
}

variable "bucket" {
  type    = string
  default = "images"
}

source "alicloud-ecs" "base" {
  region = var.region
}
