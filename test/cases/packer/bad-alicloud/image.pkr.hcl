packer {
  required_plugins {
    alicloud = {
      source  = "github.com/hashicorp/alicloud"
      version = ">= 1.1.1"
    }
  }
}

variable "access_key" {
  type      = string
  default   = env("ALICLOUD_ACCESS_KEY")
  sensitive = true
}

locals {
  regions = ["cn-shanghai", "ap-southeast-1"]
}

source "alicloud-ecs" "app" {
  access_key           = var.access_key
  region               = var.region
  image_copy_regions   = local.regions
  image_name           = "app"
  source_image         = "ubuntu_22_04_x64_20G_alibase_20240130.vhd"
  instance_type        = "ecs.c7.large"
  internet_charge_type = "PayByTraffic"
}

build {
  sources = ["source.alicloud-ecs.app"]

  provisioner "shell" {
    environment_vars = ["PIP_INDEX_URL=https://mirrors.aliyun.com/pypi/simple/"]
    inline = [
      "sudo sed -i 's@//.*archive.ubuntu.com@//mirrors.aliyun.com@g' /etc/apt/sources.list",
      "sudo apt-get update",
      "pip install -i ${var.index} app",
    ]
  }

  source "source.alicloud-ecs.app" {
    name   = "beijing"
    region = "cn-beijing"
  }
}
