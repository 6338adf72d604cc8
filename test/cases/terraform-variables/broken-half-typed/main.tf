variable "region" {}
variable "zone" {}

provider "alicloud" {
  region = var.region
}

resource "alicloud_instance" "web" {
  availability_zone = var.zone
}
