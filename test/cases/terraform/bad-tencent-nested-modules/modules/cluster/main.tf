terraform {
  required_providers {
    tencentcloud = { source = "tencentcloudstack/tencentcloud" }
  }
}

variable "zone" {
  type = string
}

resource "tencentcloud_instance" "node" {
  instance_name     = "node"
  availability_zone = var.zone
  image_id          = "img-eb30mz89"
}

output "zone" {
  value = tencentcloud_instance.node.availability_zone
}
