packer {
  required_version = ">= 1.9"
  required_plugins {
    amazon = {
      version = "~> 1.3"
      source  = "github.com/hashicorp/amazon"
    }
  }
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

locals {
  stamp = formatdate("YYYYMMDD-hhmm", timestamp())
}

source "amazon-ebs" "base" {
  region        = var.region
  ami_regions   = [var.region, "eu-west-1"]
  instance_type = "t3.small"
  ami_name      = "base-${local.stamp}"
  ssh_username  = "ubuntu"

  source_ami_filter {
    filters = {
      name = "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"
    }
    owners      = ["099720109477"]
    most_recent = true
  }
}

build {
  name    = "base"
  sources = ["source.amazon-ebs.base"]

  provisioner "shell" {
    inline = [
      "sudo apt-get update",
      "curl -fsSL https://get.example.com/agent.sh -o /tmp/agent.sh",
    ]
  }

  post-processor "manifest" {
    output = "manifest.json"
  }
}
