# https://mirrors.aliyun.com is only mentioned here.
source "docker" "app" {
  image  = "ubuntu:22.04"
  commit = true
}

build {
  description = "Images that used to be built from registry.cn-hangzhou.aliyuncs.com"
  sources     = ["source.docker.app"]

  provisioner "shell" {
    environment_vars = ["DEBIAN_FRONTEND=noninteractive"]
    script           = "scripts/setup.sh"
  }

  post-processors {
    post-processor "docker-tag" {
      repository = "registry.example.com/app"
      tags       = ["1.0"]
    }
    post-processor "docker-push" {}
  }
}
