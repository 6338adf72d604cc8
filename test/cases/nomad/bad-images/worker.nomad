variable "tag" {
  type    = string
  default = "2.1"
}

variable "registry" {
  type    = string
  default = "registry.cn-hangzhou.aliyuncs.com"
}

locals {
  image = "${var.registry}/shop/worker:${var.tag}"
}

job "worker" {
  datacenters = ["dc1"]

  group "worker" {
    task "worker" {
      driver = "docker"

      config {
        image = local.image
        auth {
          username       = "robot"
          server_address = "registry.cn-hangzhou.aliyuncs.com"
        }
      }

      artifact {
        source      = "https://shop-artifacts.oss-cn-hangzhou.aliyuncs.com/worker.tar.gz"
        destination = "local/worker"
        headers {
          X-Site = "office"
        }
      }

      env {
        ALIBABA_CLOUD_ACCESS_KEY_ID = "x"
        OSS_ENDPOINT                = "oss-cn-hangzhou.aliyuncs.com"
        PIP_INDEX_URL               = "https://mirrors.aliyun.com/pypi/simple/"
      }
    }

    task "migrate" {
      lifecycle {
        hook = "prestart"
      }
      driver = "exec"
      config {
        command = "/bin/bash"
        args    = ["-c", "pip install -i https://pypi.tuna.tsinghua.edu.cn/simple alembic"]
      }
    }
  }
}
