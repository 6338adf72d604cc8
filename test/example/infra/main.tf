provider "alicloud" {
  region = var.region
}

# The shop's customers are in Europe: nothing to see here.
provider "aws" {
  region = "eu-central-1"
}

# The mainland shop has an AWS region of its own, which AWS does not operate.
provider "aws" {
  alias  = "mainland"
  region = "cn-north-1"
}

resource "alicloud_vpc" "shop" {
  vpc_name   = "shop"
  cidr_block = "10.20.0.0/16"
}

resource "alicloud_oss_bucket" "invoices" {
  bucket = "shop-invoices"
}

resource "aws_s3_bucket" "images" {
  bucket = "shop-images"
}

resource "aws_s3_bucket" "mainland_orders" {
  provider = aws.mainland
  bucket   = "shop-mainland-orders"
}
