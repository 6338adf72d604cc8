data "aws_availability_zones" "all" {
  state = "available"
}

resource "aws_vpc" "main" {
  tags = { Name = "clinic" }
  cidr_block = "192.168.0.0/16"
}

resource "aws_subnet" "main" {
  tags       = { Name = "clinic-main" }
  cidr_block = "192.168.10.0/24"
  # gateway_ip = "192.168.10.1" # not migrated: it is always the first address
  vpc_id     = aws_vpc.main.id
}

resource "aws_security_group" "web" {
  name                 = "clinic-web"
  # delete_default_rules = true # not migrated: there are no rules until you write some
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol = "-1"
}

resource "aws_key_pair" "admin" {
  key_name   = "clinic-admin"
  public_key = file("${path.module}/admin.pub")
}

resource "aws_instance" "web" {
  count = var.servers

  instance_type      = "c6i.large" # check: sizes are named otherwise: compare vCPU and memory
  ami                = var.image_id # check: images have ids of their own
  key_name           = aws_key_pair.admin.key_name
  vpc_security_group_ids = [aws_security_group.web.id]
  availability_zone  = data.aws_availability_zones.all.names[0]

  tags = {
    Name = "clinic-web-${count.index}"
    system = "clinic"
  }

  # The address is given by DHCP.
  subnet_id = aws_subnet.main.id

  root_block_device {
    volume_type = "gp3"
    volume_size = 40
  }
  ebs_block_device {
    volume_type = "gp2"
    volume_size = 100
    device_name = "/dev/sdf"
  }
  ebs_block_device {
    volume_type = "gp2"
    volume_size = 200
    device_name = "/dev/sdg"
  }
}

resource "aws_ebs_volume" "records" {
  tags              = { Name = "clinic-records" }
  availability_zone = "ap-southeast-1a"
  type              = "gp3"
  size              = 500
}

resource "aws_volume_attachment" "records" {
  instance_id = aws_instance.web[0].id
  volume_id   = aws_ebs_volume.records.id
  device_name = "/dev/sdf"
}

resource "aws_eip" "web" {
  # not migrated: addresses belong to the provider
  # publicip {
  #   type = "5_bgp"
  # }
  # not migrated: bandwidth is not bought
  # bandwidth {
  #   name        = "clinic"
  #   size        = 5
  #   share_type  = "PER"
  #   charge_mode = "traffic"
  # }

  domain = "vpc"
}

resource "aws_eip_association" "web" {
  public_ip   = aws_eip.web.public_ip
  instance_id = aws_instance.web[0].id
}

resource "aws_s3_bucket" "scans" {
  bucket        = "clinic-scans" # check: the name must be free
  # encryption    = true # not migrated: the rule for it says it
}

resource "aws_s3_bucket_acl" "scans" {
  acl    = "private"
  bucket = aws_s3_bucket.scans.id
}

resource "aws_s3_bucket_versioning" "scans" {
  bucket = aws_s3_bucket.scans.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "scans" {
  bucket = aws_s3_bucket.scans.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "scans" {
  bucket = aws_s3_bucket.scans.id

  rule {
    id     = "archive"
    status = "Enabled"

    transition {
      days          = 60
      storage_class = "STANDARD_IA"
    }
    transition {
      days          = 180
      storage_class = "GLACIER_IR"
    }
  }
}

resource "aws_db_instance" "records" {
  identifier        = "clinic-records" # check: lower-case letters, digits and -
  # flavor            = "rds.mysql.n1.large.2" # not migrated: no counterpart of "rds.mysql.n1.large.2" is known
  # vpc_id            = huaweicloud_vpc.main.id # not migrated: the subnets say it
  vpc_security_group_ids = [aws_security_group.web.id]
  # availability_zone = ["ap-southeast-3a"] # not migrated: the subnets say it
  engine                  = "mysql"
  engine_version          = "8.0"
  password                = var.database_password
  storage_type            = "gp3"
  allocated_storage       = 100
  backup_retention_period = 7
  username                = "admin"
  db_subnet_group_name    = aws_db_subnet_group.records.name
  # start_time = "02:00-03:00" # not migrated: no counterpart is known
  # required: instance_class
}

resource "aws_db_subnet_group" "records" {
  subnet_ids = [aws_subnet.main.id] # check: subnets in two zones are needed
}

resource "aws_lb" "web" {
  name              = "clinic"
  subnets           = [aws_subnet.main.id] # check: of type application it needs two zones
  # availability_zone = ["ap-southeast-3a"] # not migrated: the subnets say it
  load_balancer_type = "network"
}

variable "servers" {
  default = 2
}

variable "image_id" {}

variable "database_password" {
  sensitive = true
}

output "addresses" {
  value = aws_instance.web[*].private_ip
}
