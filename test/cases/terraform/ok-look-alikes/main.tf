# A migration away from oss-cn-hangzhou.aliyuncs.com; see the runbook.

variable "region" {
  type        = string
  description = "Any region but cn-hangzhou; formerly oss-cn-hangzhou.aliyuncs.com was used."
  default     = "eu-central-1"

  validation {
    condition     = !startswith(var.region, "cn-")
    error_message = "No region such as cn-north-1, and no endpoint below aliyuncs.com."
  }
}

provider "aws" {
  region = var.region
}

resource "aws_s3_object" "note" {
  bucket = "example"
  key    = "notes/alicloud.txt"
  source = "${path.module}/files/aliyun.conf"
}

resource "aws_route53_record" "www" {
  zone_id = "Z0123456789EXAMPLE"
  name    = "aliyuncs.com.example.org"
  type    = "CNAME"
  ttl     = 300
  records = ["www.example.org"]
}

/*
provider "alicloud" {
  region = "cn-hangzhou"
}
*/
