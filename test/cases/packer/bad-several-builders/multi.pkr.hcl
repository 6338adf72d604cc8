variable "china" {
  type    = bool
  default = false
}

source "tencentcloud-cvm" "base" {
  region       = "ap-guangzhou"
  zone         = "ap-guangzhou-3"
  image_name   = "base"
  instance_type = "S5.MEDIUM2"
}

source "huaweicloud-ecs" "base" {
  region         = "eu-west-101"
  image_name     = "base"
  eip_type       = "5_bgp"
}

source "amazon-ebs" "base" {
  region = var.china ? "cn-north-1" : "eu-central-1"
}

source "azure-arm" "base" {
  cloud_environment_name = "China"
  location               = "chinaeast2"
}

data "amazon-ami" "ubuntu" {
  region = "cn-northwest-1"
}

build {
  sources = [
    "source.tencentcloud-cvm.base",
    "source.huaweicloud-ecs.base",
    "source.amazon-ebs.base",
  ]

  post-processor "alicloud-import" {
    region         = "cn-hangzhou"
    oss_bucket_name = "images"
    image_name     = "base"
  }
}
