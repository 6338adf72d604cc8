variable "registry" {
  default = "registry.cn-shenzhen.aliyuncs.com"
}

resource "aws_instance" "web" {
  user_data = templatefile("${path.module}/scripts/init.sh", {
    registry = var.registry
  })
}
