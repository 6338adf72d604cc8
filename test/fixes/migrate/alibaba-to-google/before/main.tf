terraform {
  required_version = ">= 1.5"

  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.230"
    }
    random = {
      source = "hashicorp/random"
    }
  }

  backend "oss" {
    bucket              = "acme-terraform"
    key                 = "shop/terraform.tfstate"
    region              = "cn-hangzhou"
    tablestore_endpoint = "https://locks.cn-hangzhou.ots.aliyuncs.com"
  }
}

provider "alicloud" {
  region     = var.region
  access_key = var.access_key
}

# A second place, for copies.
provider "alicloud" {
  alias  = "copies"
  region = "cn-shanghai"
}

data "alicloud_zones" "all" {
  available_resource_creation = "VSwitch"
}

resource "alicloud_vpc" "main" {
  vpc_name          = "shop"
  cidr_block        = "10.0.0.0/16" # the same everywhere
  resource_group_id = var.group

  tags = {
    team = "shop"
  }
}

resource "alicloud_vswitch" "private" {
  count = 2

  vswitch_name = "shop-private-${count.index}"
  vpc_id       = alicloud_vpc.main.id
  cidr_block   = cidrsubnet(alicloud_vpc.main.cidr_block, 8, count.index)
  zone_id      = data.alicloud_zones.all.zones[count.index].id
  tags         = var.tags
}

resource "alicloud_security_group" "web" {
  security_group_name = "shop-web"
  description         = "What the shop's web servers may hear"
  vpc_id              = alicloud_vpc.main.id
}

resource "alicloud_security_group_rule" "https" {
  type              = "ingress"
  ip_protocol       = "tcp"
  nic_type          = "intranet"
  policy            = "accept"
  port_range        = "443/443"
  priority          = 1
  security_group_id = alicloud_security_group.web.id
  cidr_ip           = "0.0.0.0/0"
}
