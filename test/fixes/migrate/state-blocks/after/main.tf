terraform {
  required_version = ">= 1.7, < 2.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "copies"
  region = "eu-west-1"
}

resource "aws_vpc" "main" {
  tags       = { Name = "shop" }
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = "eu-central-1b"
}

resource "aws_s3_bucket" "media" {
  for_each = toset(["a", "b"])
  bucket   = "shop-media-${each.key}" # check: the name must be free
}

# Made through the second configuration, which is no longer there.
resource "aws_s3_bucket" "copies" {
  provider = aws.copies
  bucket   = "shop-copies" # check: the name must be free
}
