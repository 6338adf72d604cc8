terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region =
}

resource "alicloud_oss_bucket" "uploads" {
  bucket = "uploads
  acl    = "private"
}

resource "alicloud_instance" "web" {
  availability_zone = "cn-hangzhou-b"
  user_data = var.
}

resource "alicloud_vpc" "main" {
  cidr_block = "10.0.0.0/8"
  tags = {
    Name = "main"

resource "alicloud_vswitch" "main" {
  zone_id = "cn-hangzhou-h"
}
