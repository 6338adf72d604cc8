resource "kubernetes_deployment" "dns" {
  metadata {
    name = "dns"
  }
  spec {
    template {
      spec {
        container {
          name  = "dns"
          image = "registry.k8s.io/external-dns/external-dns:v0.15.1"
          args  = ["--source=ingress", "--provider=alibabacloud"]
        }
        container {
          name  = "app"
          image = "registry.example.org/team/app:2"
          args  = ["--provider=alibabacloud", "--storage=oss"]
        }
      }
    }
  }
}

resource "aws_ecs_task_definition" "edge" {
  family = "edge"
  container_definitions = jsonencode([
    {
      name    = "edge"
      image   = "traefik:v3.1"
      command = ["--certificatesresolvers.le.acme.dnschallenge.provider=tencentcloud"]
    },
  ])
}
