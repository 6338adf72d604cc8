terraform {
  required_version = ">= 1.6"

  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.240"
    }
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  backend "oss" {
    bucket = "shop-terraform-state"
    prefix = "prod"
    region = "cn-hangzhou"
  }
}
