packer {
  required_plugins {
    alicloud = {
      source = "github.com/hashicorp/alicloud"
    }

source "alicloud-ecs" "app" {
  region = 
  image_name = "app
}

source "tencentcloud-cvm" {
  region = "ap-guangzhou"
}

build {
  source "source." {
    region = "cn-beijing"
  }
  provisioner "shell" {
    inline = ["echo ${", "curl https://oss-cn-hangzhou.aliyuncs.com/x"]
  }
