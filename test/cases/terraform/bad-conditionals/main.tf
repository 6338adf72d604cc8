variable "env" {
  type = string
}

variable "partition" {
  type    = string
  default = "aws"
}

variable "region" {
  type    = string
  default = "cn-north-1"
}

variable "bucket_region" {
  type    = string
  default = null
}

data "aws_partition" "current" {}

locals {
  suffix   = data.aws_partition.current.partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"
  endpoint = "s3.${local.suffix}"
  home     = var.env == "prod" ? "cn-hangzhou" : "eu-west-1"
  dns      = startswith(var.region, "cn-") ? "route53.amazonaws.com.cn" : "route53.amazonaws.com"
  mirror   = var.env == "dev" ? null : !endswith(var.env, "d") && var.env != "x" ? "mirrors.aliyun.com" : "pypi.org"
  motd     = "%{if var.env == "prod"}mirrors.aliyun.com%{else}pypi.org%{endif}"
}

provider "aws" {
  region = var.partition == "aws-cn" ? "cn-north-1" : "us-east-1"
}

provider "alicloud" {
  region = local.home
}

resource "alicloud_oss_bucket" "files" {
  bucket = "files"
}

resource "aws_s3_bucket" "given" {
  region = var.bucket_region != null ? var.bucket_region : "cn-northwest-1"
  bucket = "given"
}

resource "aws_instance" "app" {
  user_data = var.partition == "aws" ? "curl https://example.com/a" : "curl https://mirrors.aliyun.com/a"
}

module "shop" {
  source    = "./shop"
  partition = "aws"
  place     = "cn"
}

module "shop_of_tests" {
  source    = "./shop"
  partition = "aws"
  place     = "us"
}
