variable "registry" {
  type = string
}

variable "cache" {
  type = string
}

resource "kubernetes_pod" "app" {
  spec {
    container {
      image = "${var.registry}/shop/app:1"
    }
    container {
      image = "${var.cache}/redis:7"
    }
  }
}
