job "web" {
  region      = "cn-hangzhou"
  datacenters = ["cn-hangzhou", "dc1"]
  type        = "service"

  group "web" {
    count = 2

    network {
      port "http" { to = 8080 }
    }

    service {
      name = "web"
      port = "http"
      check {
        type     = "http"
        path     = "/health"
        interval = "10s"
        timeout  = "2s"
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "ghcr.io/example/web:1.4.2"
        ports = ["http"]
      }

      env {
        LOG_LEVEL = "info"
        NODE      = "${node.unique.name}"
      }

      resources {
        cpu    = 500
        memory = 256
      }
    }
  }
}
