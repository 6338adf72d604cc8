variable "region" {
  type    = string
  default = "cn-northwest-1"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  environment {
    variables = {
      AWS_DEFAULT_REGION = var.region
      S3_REGION          = "us-east-1"
      region             = "cn-north-1"
      REGION_FILE        = "/etc/region"
    }
  }
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([{
    name  = "shop"
    image = "nginx:1.27"
    environment = [
      { name = "AWS_REGION", value = "cn-north-1" },
      { name = "AVAILABILITY_ZONES", value = "3, or as many as there are" },
      { name = "AWS_PARTITION", value = "aws-cn" },
      { name = "LOG_LEVEL", value = "cn-north-1" },
    ]
  }])
}

resource "kubernetes_deployment" "worker" {
  spec {
    template {
      spec {
        container {
          env {
            name  = "ALIBABA_CLOUD_REGION_ID"
            value = "cn-hangzhou"
          }
          env {
            name = "AWS_REGION"
            value_from {
              config_map_key_ref {
                name = "cloud"
                key  = "region"
              }
            }
          }
        }
      }
    }
  }
}

resource "aws_lambda_function" "shop" {
  environment {
    variables = {
      AWS_AVAILABILITY_ZONES = "cn-north-1a,${var.region}a"
    }
  }
}
