include "root" {
  path = find_in_parent_folders(
}

locals {
  region = "cn-hangzhou"
  other  = read_terragrunt_config()
  odd    = read_terragrunt_config(["a"], find_in_parent_folders(1))
}

generate "provider" {
  contents = <<EOF
provider "alicloud" {
  region = "${local.region}"
  endpoint = "oss-cn-hangzhou.aliyuncs.com"
EOF
}

generate {
  contents = "provider \"tencentcloud\" {}"
}

terraform {
  source = 
}

inputs = {
  endpoint = "oss-cn-beijing.aliyuncs.com"
  region   = "cn-beijing
