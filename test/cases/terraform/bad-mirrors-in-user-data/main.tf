provider "aws" {
  region = "eu-west-1"
}

variable "mirror" {
  type    = string
  default = "mirrors.aliyun.com"
}

resource "aws_instance" "build" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7i.large"

  user_data = <<-EOT
    #!/bin/bash
    set -euo pipefail
    sed -i 's|archive.ubuntu.com|mirrors.tuna.tsinghua.edu.cn|g' /etc/apt/sources.list
    echo "deb https://${var.mirror}/docker-ce/linux/ubuntu jammy stable" > /etc/apt/sources.list.d/docker.list
    apt-get update && apt-get install -y docker-ce
    mkdir -p /root/.pip
    cat > /root/.pip/pip.conf <<CONF
    [global]
    index-url = https://mirrors.cloud.tencent.com/pypi/simple
    CONF
    docker pull registry.cn-hangzhou.aliyuncs.com/example/builder:2.1
    %{ if var.mirror != "" ~}
    curl -fsSL https://repo.huaweicloud.com/nodejs/v20.11.1/node-v20.11.1-linux-x64.tar.xz | tar -xJ
    %{ endif ~}
  EOT
}
