include "b" {
  path = "../b/terragrunt.hcl"
}
include "self" {
  path = "./terragrunt.hcl"
}
locals {
  b      = read_terragrunt_config("../b/terragrunt.hcl")
  self   = read_terragrunt_config("terragrunt.hcl")
  region = local.b.locals.region
  again  = local.self.locals.again
}
terraform {
  source = local.again
}
inputs = merge(include.b.inputs, include.self.inputs, { zone = local.region, "${local.again}" = "cn-hangzhou" })
