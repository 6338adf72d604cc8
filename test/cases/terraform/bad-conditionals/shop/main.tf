variable "partition" {
  default = "aws-cn"
}

variable "place" {}

locals {
  never  = var.partition == "aws-cn" ? "cn-north-1" : "us-east-1"
  either = var.place == "cn" ? "cn-hangzhou" : "us-west-1"
}

resource "aws_sqs_queue" "orders" {
  region = local.never
}

resource "alicloud_oss_bucket" "orders" {
  region = local.either
  bucket = "orders"
}
