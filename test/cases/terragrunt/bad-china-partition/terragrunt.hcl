iam_role = "arn:aws-cn:iam::111111111111:role/terragrunt"

feature "region" {
  default = "cn-northwest-1"
}

generate "provider" {
  path     = "provider.tf"
  contents = <<EOF
%{ if feature.region.value != "" }
provider "aws" {
  region = "${feature.region.value}"
  default_tags {
    tags = ${jsonencode(local.tags)}
  }
}
%{ endif }
locals {
  own = "$${var.region}"
}
EOF
}
