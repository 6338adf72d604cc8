terraform {
  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.230"
    }
  }
}

provider "alicloud" {
  region = var.region

  endpoints {
    oss = "oss-cn-hangzhou-internal.aliyuncs.com"
  }
}

provider "alicloud" {
  alias  = "virginia"
  region = "us-east-1"
}

resource "alicloud_oss_bucket" "uploads" {
  bucket = "example-uploads-${var.region}"
}

resource "alicloud_oss_bucket" "uploads_us" {
  provider = alicloud.virginia
  bucket   = "example-uploads-us"
}

resource "alicloud_db_instance" "orders" {
  engine               = "PostgreSQL"
  engine_version       = "15.0"
  instance_type        = "pg.n2.large.2c"
  instance_storage     = 50
  zone_id              = "${var.region}-b"
  zone_id_slave_a      = "${var.region}-g"
  db_instance_category = "HighAvailability"
}

data "alicloud_zones" "default" {
  available_resource_creation = "VSwitch"
}

resource "alicloud_vswitch" "main" {
  count = 2

  vpc_id     = alicloud_vpc.main.id
  cidr_block = "172.16.${count.index}.0/24"
  zone_id    = data.alicloud_zones.default.zones[count.index].id
}

resource "alicloud_vpc" "main" {
  cidr_block = "172.16.0.0/12"
}
