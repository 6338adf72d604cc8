locals {
  region_vars = read_terragrunt_config(find_in_parent_folders("region.hcl"))
  env_vars    = read_terragrunt_config(find_in_parent_folders("env.hcl"))
  region      = local.region_vars.locals.region
}

generate "versions" {
  path      = "versions.tf"
  if_exists = "overwrite"
  contents  = <<-EOF
    terraform {
      required_providers {
        alicloud = {
          source  = "aliyun/alicloud"
          version = "~> 1.230"
        }
      }
    }
  EOF
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = <<EOF
provider "alicloud" {
  region = "${local.region}"
  assume_role {
    role_arn = "acs:ram::${local.env_vars.locals.account}:role/terraform"
  }
}

provider "tencentcloud" {
  alias  = "dns"
  region = "ap-guangzhou"
}
EOF
}

remote_state {
  backend = "oss"
  config = {
    bucket = "state-${local.region}"
    prefix = path_relative_to_include()
    region = local.region
  }
}

inputs = {
  region = local.region
}
