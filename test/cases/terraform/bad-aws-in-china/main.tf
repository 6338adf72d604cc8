terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }

  backend "s3" {
    bucket = "example-state-cn"
    key    = "app.tfstate"
    region = "cn-north-1"
  }
}

provider "aws" {
  region = var.regions[var.site]
}

variable "site" {
  type = string
}

variable "regions" {
  type = map(string)
  default = {
    europe = "eu-central-1"
    china  = "cn-northwest-1"
  }
}

locals {
  partition = var.site == "china" ? "aws-cn" : "aws"
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = "example-logs"
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com.cn" },
        "Action": "s3:GetObject",
        "Resource": "arn:aws-cn:s3:::example-logs/*"
      }]
    }
  POLICY
}

resource "aws_iam_role_policy_attachment" "read" {
  role       = "reader"
  policy_arn = "arn:${local.partition}:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = "arn:aws-cn:iam::123456789012:role/resize"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.cn-northwest-1.amazonaws.com.cn/resize:1.4"
}
