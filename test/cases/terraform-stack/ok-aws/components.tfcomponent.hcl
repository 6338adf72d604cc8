required_providers {
  aws = {
    source  = "hashicorp/aws"
    version = "~> 5.7"
  }
}

provider "aws" "this" {
  for_each = var.regions
  config {
    region = each.value
    assume_role_with_web_identity {
      role_arn           = var.role_arn
      web_identity_token = var.identity_token
    }
  }
}

variable "regions" {
  type = set(string)
}

variable "role_arn" {
  type = string
}

variable "identity_token" {
  type      = string
  ephemeral = true
}

component "network" {
  for_each = var.regions
  source   = "./network"
  inputs = {
    region = each.value
  }
  providers = {
    aws = provider.aws.this[each.value]
  }
}
