provider "alicloud" { region = "eu-central-1" }
resource "alicloud_oss_bucket" "scans" { bucket = "scans" }
resource "alicloud_vpc" "main" { cidr_block = "10.0.0.0/8" }
resource "alicloud_eip" "door" { payment_type = "PayAsYouGo" }
