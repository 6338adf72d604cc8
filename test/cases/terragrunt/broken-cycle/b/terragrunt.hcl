include {
  path = "../../../../../a/terragrunt.hcl"
}
include "a" {
  path = "../a/terragrunt.hcl"
}
locals {
  a      = read_terragrunt_config("../a/terragrunt.hcl")
  region = local.a.locals.region
}
generate "p" {
  contents = <<EOF
provider "alicloud" { region = "${local.region}" }
EOF
}
inputs = include.a.inputs
