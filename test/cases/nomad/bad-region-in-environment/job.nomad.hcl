job "orders" {
  group "orders" {
    task "orders" {
      driver = "docker"
      config {
        image = "nginx:1.27"
      }
      env {
        AWS_REGION = "cn-north-1"
        LOG_LEVEL  = "info"
      }
    }
  }
}
