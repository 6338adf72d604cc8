variable "region" {}

provider "alicloud" {
  version = "~> 1.50"
  region  = "${var.region}"
}

resource "alicloud_slb" "web" {
  name           = "web"
  master_zone_id = "${element(split(",", "cn-beijing-a,cn-beijing-b"), 0)}"
  slave_zone_id  = "${var.region == "cn-beijing" ? "cn-beijing-b" : "${var.region}-a"}"
}

module "dns" {
  source = "./dns"
}
