source "docker" "app" {
  image = "nginx:1.27"
}

build {
  sources = ["source.docker.app"]
  provisioner "shell" {
    environment_vars = ["AWS_REGION=cn-north-1", "MODE=fast"]
    inline           = ["make"]
  }
  provisioner "shell-local" {
    env     = { AWS_DEFAULT_REGION = "cn-northwest-1" }
    command = "make"
  }
}
