provider "aws" {
  region = "eu-central-1"
}

resource "aws_lb" "web" {
  name               = "shop-web"
  internal           = false
  load_balancer_type = "network"
}

resource "aws_lb_listener" "http" {
  load_balancer_arn         = aws_lb.web.arn
  port                      = 80
  protocol                  = "TCP"
  # bandwidth                 = 10 # not migrated: bandwidth is not bought

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.http.arn
  }
}

resource "aws_lb_target_group" "http" {
  port = 8080

  stickiness {
    enabled         = true
    type            = "lb_cookie"
    cookie_duration = 86400
  }
  health_check {
    protocol            = "HTTP"
    path                = "/health"
    port                = 8081
    healthy_threshold   = 8
    unhealthy_threshold = 8
    timeout             = 8
    interval            = 5
    matcher             = "http_2xx" # check: written as 200-299
  }
}

resource "aws_dynamodb_table" "orders" {
  # instance_name = "shop" # not migrated: instance level
  name          = "orders"
  # time_to_live  = -1 # not migrated: set ttl
  # max_version   = 1 # not migrated: no versions in DynamoDB

  attribute {
    name = "customer"
    type = "S"
  }
  attribute {
    name = "order"
    type = "N"
  }
}
