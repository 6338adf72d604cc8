variable "registry" {
  type = string
}

variable "pip_index" {
  type    = string
  default = ""
}

variable "regions" {
  type = list(string)
}

source "docker" "base" {
  image = "${var.registry}/base/python:3.12"
}

source "amazon-ebs" "copy" {
  region      = "us-east-1"
  ami_regions = var.regions
}

build {
  sources = ["source.docker.base"]
  provisioner "shell" {
    inline = ["pip install -i ${var.pip_index} ansible"]
  }
}
