provider "alicloud" {
  region = "eu-central-1"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_security_group" "web" {
  name                = "web"
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
}

# Groups only allow there: without its policy this rule would open what it closes.
resource "alicloud_security_group_rule" "ssh" {
  type              = "ingress"
  ip_protocol       = "tcp"
  policy            = "drop"
  port_range        = "22/22"
  security_group_id = aws_security_group.web.id
  cidr_ip           = "0.0.0.0/0"
}

# Without its protocol it would allow all of them.
resource "alicloud_security_group_rule" "any" {
  type              = "ingress"
  ip_protocol       = var.protocol
  port_range        = "8000/8080"
  security_group_id = aws_security_group.web.id
  cidr_ip           = "10.0.0.0/8"
}

variable "protocol" {}
