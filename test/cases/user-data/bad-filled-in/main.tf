locals {
  registry = "registry.cn-beijing.aliyuncs.com"
  common   = { mirror = "https://mirrors.aliyun.com/ubuntu" }
}

resource "aws_instance" "web" {
  user_data = base64encode(templatefile("${path.module}/scripts/web.sh.tpl", {
    registry = local.registry
    version  = "3"
  }))
}

resource "aws_instance" "db" {
  user_data = templatefile("./scripts/db.tftpl", local.common)
}

data "template_file" "old" {
  template = file("${path.module}/user-data-old.sh")
  vars = {
    mirror = "https://mirrors.cloud.tencent.com/pypi/simple"
  }
}
