provider "alicloud" {
  region = "eu-central-1"
}

resource "alicloud_slb_load_balancer" "web" {
  load_balancer_name = "shop-web"
  address_type       = "internet"
}

resource "alicloud_slb_listener" "http" {
  load_balancer_id          = alicloud_slb_load_balancer.web.id
  frontend_port             = 80
  backend_port              = 8080
  protocol                  = "tcp"
  bandwidth                 = 10
  sticky_session            = "on"
  sticky_session_type       = "insert"
  cookie_timeout            = 86400
  health_check              = "on"
  health_check_type         = "http"
  health_check_uri          = "/health"
  health_check_connect_port = 8081
  healthy_threshold         = 8
  unhealthy_threshold       = 8
  health_check_timeout      = 8
  health_check_interval     = 5
  health_check_http_code    = "http_2xx"
}

resource "alicloud_ots_table" "orders" {
  instance_name = "shop"
  table_name    = "orders"
  time_to_live  = -1
  max_version   = 1

  primary_key {
    name = "customer"
    type = "String"
  }
  primary_key {
    name = "order"
    type = "Integer"
  }
}
