required_providers {
  alicloud = {
    source  = "aliyun/alicloud"
    version = "~> 1.230"
  }
}

provider "alicloud" "main" {
  config {
    region = var.region
  }
}

variable "region" {
  type = string
}

component "store" {
  source  = "terraform-alicloud-modules/oss-bucket/alicloud"
  version = "1.5.0"
  inputs = {
    zone  = "cn-beijing-h"
    image = "registry.cn-beijing.aliyuncs.com/shop/store:1"
  }
  providers = {
    alicloud = provider.alicloud.main
  }
}
