terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    random = {
      source = "hashicorp/random"
    }
  }

  backend "s3" {
    bucket              = "acme-terraform"
    key                 = "shop/terraform.tfstate"
    region              = "eu-central-1"
    # tablestore_endpoint = "https://locks.cn-hangzhou.ots.aliyuncs.com" # not migrated: locks are kept in the table named above or beside the state
  }
}

provider "aws" {
  region     = var.region
  # access_key = var.access_key # not migrated: keys belong to the other provider
}

# A second place, for copies.
provider "aws" {
  alias  = "copies"
  region = "eu-west-1"
}

data "aws_availability_zones" "all" {
  # available_resource_creation = "VSwitch" # not migrated: zones are not chosen by what they offer
  state = "available"
}

resource "aws_vpc" "main" {
  cidr_block        = "10.0.0.0/16" # the same everywhere
  # resource_group_id = var.group # not migrated: resource groups are another thing there

  tags = {
    Name = "shop"
    team = "shop"
  }
}

resource "aws_subnet" "private" {
  count = 2

  vpc_id       = aws_vpc.main.id
  cidr_block   = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.all.names[count.index]
  tags         = merge(var.tags, { Name = "shop-private-${count.index}" })
}

resource "aws_security_group" "web" {
  name                = "shop-web"
  description         = "What the shop's web servers may hear"
  vpc_id              = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  ip_protocol       = "tcp"
  # nic_type          = "intranet" # not migrated: there are only private networks
  from_port         = 443
  to_port           = 443
  # priority          = 1 # not migrated: rules of a group have no order
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
}
