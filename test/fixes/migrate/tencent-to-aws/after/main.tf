terraform {
  required_providers {
    tencentcloud = {
      source  = "tencentcloudstack/tencentcloud"
      version = "~> 1.81"
    }
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  backend "s3" {
    bucket = "game-state-1250000000"
    key    = "prod" # check: the whole path of the state
    region = "eu-central-1"
  }
}

provider "tencentcloud" {
  region = "ap-guangzhou"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_vpc" "main" {
  tags       = { Name = "game" }
  cidr_block = "172.16.0.0/16"
}

resource "aws_subnet" "main" {
  tags              = { Name = "game-main" }
  availability_zone = "eu-central-1c"
  vpc_id            = aws_vpc.main.id
  cidr_block        = "172.16.1.0/24"
  # is_multicast      = false # not migrated: there is no such argument
}

resource "aws_security_group" "web" {
  name        = "game-web"
  description = "Players"
}

resource "tencentcloud_security_group_rule_set" "web" {
  security_group_id = aws_security_group.web.id

  ingress {
    action      = "ACCEPT"
    cidr_block  = "0.0.0.0/0"
    protocol    = "TCP"
    port        = "443"
    description = "players"
  }

  egress {
    action     = "ACCEPT"
    cidr_block = "0.0.0.0/0"
    protocol   = "ALL"
    port       = "ALL"
  }
}

resource "aws_instance" "web" {
  tags                    = { Name = "game-web" }
  availability_zone       = "eu-central-1c"
  ami                     = var.image_id # check: images have ids of their own
  instance_type           = "c6i.large" # check: sizes are named otherwise: compare vCPU and memory
  # vpc_id                  = tencentcloud_vpc.main.id # not migrated: the subnet says it
  subnet_id               = aws_subnet.main.id
  vpc_security_group_ids  = [aws_security_group.web.id]
  associate_public_ip_address = true
  # internet_charge_type    = "TRAFFIC_POSTPAID_BY_HOUR" # not migrated: billing is by use

  root_block_device {
    volume_type = "gp3"
    volume_size = 50
  }
  ebs_block_device {
    volume_type = "gp3"
    volume_size = 100
    device_name = "/dev/sdf"
  }
}

resource "aws_ebs_volume" "saves" {
  tags              = { Name = "game-saves" }
  type              = "gp3"
  size              = 200
  availability_zone = "eu-central-1c"
  encrypted         = true
}

resource "aws_volume_attachment" "saves" {
  volume_id   = aws_ebs_volume.saves.id
  instance_id = aws_instance.web.id
  device_name = "/dev/sdf"
}

resource "aws_s3_bucket" "replays" {
  bucket            = "game-replays-1250000000" # check: the name must be free
}

resource "aws_s3_bucket_acl" "replays" {
  acl    = "private"
  bucket = aws_s3_bucket.replays.id
}

resource "aws_s3_bucket_versioning" "replays" {
  bucket = aws_s3_bucket.replays.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "replays" {
  bucket = aws_s3_bucket.replays.id

  rule {
    status = "Enabled"

    filter {
      prefix = "tmp/"
    }
    expiration {
      days = 7
    }
    # required: id
  }
}

resource "aws_db_instance" "players" {
  identifier        = "game-players" # check: lower-case letters, digits and -
  engine_version    = "8.0"
  # mem_size          = 8000 # not migrated: the class says it
  allocated_storage = 200
  availability_zone = "eu-central-1c"
  # vpc_id            = tencentcloud_vpc.main.id # not migrated: the subnets say it
  vpc_security_group_ids = [aws_security_group.web.id]
  password          = var.password
  publicly_accessible = false
  engine               = "mysql"
  username             = "admin"
  db_subnet_group_name = aws_db_subnet_group.players.name
  # required: instance_class
}

resource "aws_db_subnet_group" "players" {
  subnet_ids = [aws_subnet.main.id] # check: subnets in two zones are needed
}

resource "aws_lb" "web" {
  name         = "game"
  internal     = false
  # vpc_id       = tencentcloud_vpc.main.id # not migrated: the subnets say it
  subnets      = [aws_subnet.main.id] # check: of type application it needs two zones
  load_balancer_type = "network"
}

resource "aws_eip" "web" {
  tags = { Name = "game-web" }
  domain = "vpc"
}

resource "aws_eip_association" "web" {
  allocation_id = aws_eip.web.id
  instance_id = aws_instance.web.id
}

variable "image_id" {}

variable "password" {
  sensitive = true
}

output "address" {
  value = aws_eip.web.public_ip
}

resource "aws_db_instance" "orders" {
  identifier        = "orders" # check: lower-case letters, digits and -
  availability_zone = "eu-central-1c"
  # vpc_id            = tencentcloud_vpc.main.id # not migrated: the subnets say it
  engine_version    = "16"
  # engine_version    = "16.0" # not migrated: engine_version is given by another argument
  username          = "shop"
  password          = var.password
  # charset           = "UTF8" # not migrated: databases are made with a character set of their own
  # cpu               = 2 # not migrated: the class says it
  # memory            = 4 # not migrated: the class says it
  allocated_storage = 50
  storage_encrypted = true
  backup_retention_period = 7
  engine                  = "postgres"
  db_subnet_group_name    = aws_db_subnet_group.orders.name
  # required: instance_class
}

resource "aws_db_subnet_group" "orders" {
  subnet_ids = [aws_subnet.main.id] # check: subnets in two zones are needed
}

output "orders" {
  value = aws_db_instance.orders.address
}
