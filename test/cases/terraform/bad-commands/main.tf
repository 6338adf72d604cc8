variable "region" {
  default = "cn-northwest-1"
}

resource "null_resource" "kubeconfig" {
  provisioner "local-exec" {
    command = "aws eks update-kubeconfig --name shop --region cn-north-1"
  }
  provisioner "local-exec" {
    command     = <<-EOT
      aws s3 cp app.zip s3://files \
        --region ${var.region}
      pip install -i https://pypi.tuna.tsinghua.edu.cn/simple app
    EOT
    environment = { AWS_REGION = "cn-north-1" }
  }
  provisioner "remote-exec" {
    inline = ["aliyun oss ls", "echo done"]
  }
  provisioner "local-exec" {
    when        = destroy
    interpreter = ["python3", "-c"]
    command     = "print('aws --region cn-north-1')"
  }
  provisioner "file" {
    source      = "conf"
    destination = "/etc/shop"
  }
}

provider "kubernetes" {
  host = "https://shop.example.com"
  exec {
    api_version = "client.authentication.k8s.io/v1beta1"
    command     = "aws"
    args        = ["eks", "get-token", "--cluster-name", "shop", "--region", "cn-north-1"]
  }
}

provider "helm" {
  kubernetes = {
    exec = {
      command = "aws"
      args    = ["eks", "get-token", "--cluster-name", "shop", "--region=${var.region}"]
    }
  }
}

provider "kubectl" {
  exec {
    command = "aliyun"
    args    = var.args
  }
}
