locals {
  source   = "tfr:///terraform-alicloud-modules/slb/alicloud"
  registry = "registry.cn-shanghai.aliyuncs.com"
}

terraform {
  source = "${dirname(find_in_parent_folders("root.hcl"))}/modules/app"
}

inputs = {
  image = "${local.registry}/shop/app:1.0"
}
