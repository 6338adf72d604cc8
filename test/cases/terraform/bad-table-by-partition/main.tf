terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

data "aws_partition" "current" {}

variable "site" {
  type = string

  validation {
    condition     = contains(keys(local.sites), var.site) && local.sites["china"] != ""
    error_message = "There is no such site."
  }
}

locals {
  # Which entry is used is known when the configuration is applied.
  suffixes = {
    aws    = "amazonaws.com"
    aws-cn = "amazonaws.com.cn"
  }
  sites = {
    europe = "eu-central-1"
    china  = "cn-north-1"
  }

  # One entry is chosen here, the other one by nobody.
  endpoints = {
    china  = "s3.cn-north-1.amazonaws.com.cn"
    europe = "s3.eu-central-1.amazonaws.com"
  }

  # All entries are used.
  mirrors = {
    pip = "https://mirrors.aliyun.com/pypi/simple"
    npm = "https://mirrors.huaweicloud.com/repository/npm/"
  }

  # One of two is used.
  registries = {
    prod = "registry.cn-hangzhou.aliyuncs.com/acme"
    test = "ghcr.io/acme"
  }
}

provider "aws" {
  region = local.sites[var.site]
}

resource "aws_s3_bucket" "data" {
  bucket = "acme-data"
}

resource "aws_iam_role" "run" {
  name               = "run"
  assume_role_policy = templatefile("${path.module}/trust.json.tftpl", { suffix = lookup(local.suffixes, data.aws_partition.current.partition, "amazonaws.com") })
}

resource "aws_ssm_parameter" "endpoint" {
  name  = "/run/endpoint"
  value = local.endpoints["china"]
}

resource "aws_ssm_parameter" "mirror" {
  for_each = local.mirrors

  name  = "/run/mirror/${each.key}"
  value = each.value
}

resource "aws_ssm_parameter" "registry" {
  name  = "/run/registry"
  value = local.registries[terraform.workspace == "prod" ? "prod" : "test"]
}
