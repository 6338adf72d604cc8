terraform {
  required_version = ">= 1.7, < 2.0"

  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.230"
    }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

provider "alicloud" {
  alias  = "copies"
  region = "cn-shanghai"
}

resource "alicloud_vpc" "main" {
  vpc_name   = "shop"
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "private" {
  count      = 2
  vpc_id     = alicloud_vpc.main.id
  cidr_block = cidrsubnet(alicloud_vpc.main.cidr_block, 8, count.index)
  zone_id    = "cn-hangzhou-b"
}

resource "alicloud_oss_bucket" "media" {
  for_each = toset(["a", "b"])
  bucket   = "shop-media-${each.key}"
}

# Made through the second configuration, which is no longer there.
resource "alicloud_oss_bucket" "copies" {
  provider = alicloud.copies
  bucket   = "shop-copies"
}
