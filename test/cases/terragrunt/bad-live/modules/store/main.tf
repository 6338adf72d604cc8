variable "region" {
  type = string
}

variable "bucket" {
  type = string
}

variable "endpoint" {
  type    = string
  default = "oss.example.com"
}

resource "alicloud_oss_bucket" "files" {
  bucket = var.bucket
}

resource "alicloud_vswitch" "main" {
  zone_id = "${var.region}-b"
}

output "url" {
  value = "https://${var.bucket}.oss-${var.region}.aliyuncs.com"
}
