variable "region" {
  default = "cn-shenzhen"
}

variable "cidr" {}

variable "rules" {}

variable "retention" {}

resource "alicloud_kms_key" "main" {
  description            = "portal" # for everything
  pending_window_in_days = 7
  status                 = "Enabled"
}
