provider "alicloud" {
  region = "eu-central-1"
}

resource "alicloud_security_group" "web" {
  security_group_name = "web"
}

resource "alicloud_security_group_rule" "https" {
  type              = "ingress"
  ip_protocol       = "tcp"
  policy            = "accept"
  port_range        = "443/443"
  security_group_id = alicloud_security_group.web.id
  cidr_ip           = "0.0.0.0/0"
}

# Groups only allow there: without its policy this rule would open what it closes.
resource "alicloud_security_group_rule" "ssh" {
  type              = "ingress"
  ip_protocol       = "tcp"
  policy            = "drop"
  port_range        = "22/22"
  security_group_id = alicloud_security_group.web.id
  cidr_ip           = "0.0.0.0/0"
}

# Without its protocol it would allow all of them.
resource "alicloud_security_group_rule" "any" {
  type              = "ingress"
  ip_protocol       = var.protocol
  port_range        = "8000/8080"
  security_group_id = alicloud_security_group.web.id
  cidr_ip           = "10.0.0.0/8"
}

variable "protocol" {}
