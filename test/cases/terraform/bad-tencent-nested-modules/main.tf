terraform {
  required_providers {
    tencentcloud = { source = "tencentcloudstack/tencentcloud" }
  }
}

provider "tencentcloud" {
  region = "ap-frankfurt"
}

module "platform_eu" {
  source = "./modules/platform"
  region = "ap-frankfurt"
}

module "platform_cn" {
  source = "./modules/platform"
  region = "ap-guangzhou"
}
