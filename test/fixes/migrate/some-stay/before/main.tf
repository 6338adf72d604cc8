terraform {
  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "1.230.0"
    }
  }
}

provider "alicloud" {
  region = var.region
}

resource "alicloud_vpc" "main" {
  vpc_name   = "portal"
  cidr_block = var.cidr
}

resource "alicloud_vswitch" "main" {
  vpc_id     = alicloud_vpc.main.id
  cidr_block = cidrsubnet(var.cidr, 8, 1)
  zone_id    = "${var.region}-b"
}

# Nothing like it is known elsewhere.
resource "alicloud_bastionhost_instance" "door" {
  description        = "portal"
  license_code       = "bhah_ent_50_asset"
  plan_code          = "cloudbastion"
  storage            = "5"
  bandwidth          = "5"
  period             = 1
  vswitch_id         = alicloud_vswitch.main.id
  security_group_ids = [alicloud_security_group.door.id]
}

resource "alicloud_security_group" "door" { vpc_id = alicloud_vpc.main.id }

resource "alicloud_security_group_rule" "any" {
  for_each = var.rules

  type              = each.value.direction
  ip_protocol       = "all"
  security_group_id = alicloud_security_group.door.id
  cidr_ip           = each.value.cidr
}

resource "alicloud_eip" "door" {}

resource "alicloud_oss_bucket" "logs" {
  bucket = "portal-logs"

  dynamic "lifecycle_rule" {
    for_each = var.retention
    content {
      enabled = true
      prefix  = lifecycle_rule.key
    }
  }
}

module "network" {
  source = "./network"
  vpc_id = alicloud_vpc.main.id
}

module "registry" {
  source  = "alibaba/slb/alicloud"
  version = "2.1.0"
}

output "bucket" {
  value = {
    name = alicloud_oss_bucket.logs.bucket
    acl  = alicloud_oss_bucket.logs.acl
  }
}
