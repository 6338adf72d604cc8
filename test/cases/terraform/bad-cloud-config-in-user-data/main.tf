variable "registry" {
  default = "registry.cn-shanghai.aliyuncs.com"
}

variable "is_edge" {
  type    = bool
  default = false
}

resource "aws_instance" "worker" {
  ami = "ami-0123456789abcdef0"

  # Settings that are encoded: what stands inside is read.
  user_data_base64 = base64encode(<<-EOT
    #cloud-config
    apt:
      primary:
        - arches: [default]
          uri: http://mirrors.aliyun.com/ubuntu/
    write_files:
      - path: /etc/docker/daemon.json
        content: |
          { "registry-mirrors": ["https://docker.m.daocloud.io"] }
      - path: /etc/profile.d/region.sh
        content: export ALIBABA_CLOUD_REGION_ID=cn-hangzhou
    runcmd:
      - docker run -d ${var.registry}/shop/worker:3
      - [pip, install, -i, "https://pypi.tuna.tsinghua.edu.cn/simple", flask]
    # Was http://mirrors.163.com/ubuntu/
    final_message: See https://oss-cn-hangzhou.aliyuncs.com/docs
  EOT
  )
}

data "cloudinit_config" "edge" {
  gzip = true

  part {
    content_type = "text/cloud-config"
    content      = "#cloud-config\nyum_repos:\n  epel:\n    baseurl: https://mirrors.aliyun.com/epel/$${releasever}/\n"
  }

  part {
    content_type = "text/x-shellscript"
    content      = <<-EOT
      #!/bin/sh
      npm config set registry https://registry.npmmirror.com
      %{ if var.is_edge }
      docker pull swr.cn-north-4.myhuaweicloud.com/shop/edge:1
      %{ endif }
    EOT
  }
}

resource "azurerm_linux_virtual_machine" "db" {
  name        = "db"
  location    = "westeurope"
  custom_data = base64encode(join("\n", ["#cloud-config", "apt_mirror: https://mirrors.cloud.tencent.com/ubuntu"]))
}

resource "google_compute_instance" "web" {
  name = "web"

  metadata = {
    startup-script = "#!/bin/bash\nexport DOCKER_IMAGE=1\ndocker run ccr.ccs.tencentyun.com/shop/web:$${TAG:-2}\n"
  }
}
