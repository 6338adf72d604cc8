variable "region" {
  default = "cn-shenzhen"
}

variable "cidr" {}

variable "rules" {}

variable "retention" {}

resource "aws_kms_key" "main" {
  description            = "portal" # for everything
  deletion_window_in_days = 7 # check: 7-366 -> 7-30
  is_enabled             = true
}
