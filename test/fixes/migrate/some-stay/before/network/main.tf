variable "vpc_id" {}

resource "alicloud_route_table" "main" {
  vpc_id           = var.vpc_id
  route_table_name = "portal"
}
