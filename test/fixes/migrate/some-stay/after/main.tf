terraform {
  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "1.230.0"
    }
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "alicloud" {
  region = var.region
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_vpc" "main" {
  tags       = { Name = "portal" }
  cidr_block = var.cidr
}

resource "aws_subnet" "main" {
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(var.cidr, 8, 1)
  # zone_id    = "${var.region}-b" # not migrated: "${var.region}-b" also says where the old provider is
}

# Nothing like it is known elsewhere.
resource "alicloud_bastionhost_instance" "door" {
  description        = "portal"
  license_code       = "bhah_ent_50_asset"
  plan_code          = "cloudbastion"
  storage            = "5"
  bandwidth          = "5"
  period             = 1
  vswitch_id         = aws_subnet.main.id
  security_group_ids = [aws_security_group.door.id]
}

resource "aws_security_group" "door" {
  vpc_id = aws_vpc.main.id
}

resource "alicloud_security_group_rule" "any" {
  for_each = var.rules

  type              = each.value.direction
  ip_protocol       = "all"
  security_group_id = aws_security_group.door.id
  cidr_ip           = each.value.cidr
}

resource "aws_eip" "door" {
  domain = "vpc"
}

resource "aws_s3_bucket" "logs" {
  bucket = "portal-logs" # check: the name must be free

  # not migrated: write its blocks anew
  # dynamic "lifecycle_rule" {
  #   for_each = var.retention
  #   content {
  #     enabled = true
  #     prefix  = lifecycle_rule.key
  #   }
  # }
}

module "network" {
  source = "./network"
  vpc_id = aws_vpc.main.id
}

module "registry" {
  source  = "alibaba/slb/alicloud"
  version = "2.1.0"
}

output "bucket" {
  value = {
    name = aws_s3_bucket.logs.bucket
    acl  = aws_s3_bucket.logs.acl
  }
}
