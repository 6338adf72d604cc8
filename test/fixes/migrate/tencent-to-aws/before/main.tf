terraform {
  required_providers {
    tencentcloud = {
      source  = "tencentcloudstack/tencentcloud"
      version = "~> 1.81"
    }
  }

  backend "cos" {
    bucket = "game-state-1250000000"
    prefix = "prod"
    region = "ap-guangzhou"
  }
}

provider "tencentcloud" {
  region = "ap-guangzhou"
}

resource "tencentcloud_vpc" "main" {
  name       = "game"
  cidr_block = "172.16.0.0/16"
}

resource "tencentcloud_subnet" "main" {
  name              = "game-main"
  availability_zone = "ap-guangzhou-3"
  vpc_id            = tencentcloud_vpc.main.id
  cidr_block        = "172.16.1.0/24"
  is_multicast      = false
}

resource "tencentcloud_security_group" "web" {
  name        = "game-web"
  description = "Players"
}

resource "tencentcloud_security_group_rule_set" "web" {
  security_group_id = tencentcloud_security_group.web.id

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

resource "tencentcloud_instance" "web" {
  instance_name           = "game-web"
  availability_zone       = "ap-guangzhou-3"
  image_id                = var.image_id
  instance_type           = "S5.MEDIUM4"
  vpc_id                  = tencentcloud_vpc.main.id
  subnet_id               = tencentcloud_subnet.main.id
  orderly_security_groups = [tencentcloud_security_group.web.id]
  system_disk_type        = "CLOUD_PREMIUM"
  system_disk_size        = 50
  allocate_public_ip      = true
  internet_charge_type    = "TRAFFIC_POSTPAID_BY_HOUR"

  data_disks {
    data_disk_type = "CLOUD_SSD"
    data_disk_size = 100
  }
}

resource "tencentcloud_cbs_storage" "saves" {
  storage_name      = "game-saves"
  storage_type      = "CLOUD_SSD"
  storage_size      = 200
  availability_zone = "ap-guangzhou-3"
  encrypt           = true
}

resource "tencentcloud_cbs_storage_attachment" "saves" {
  storage_id  = tencentcloud_cbs_storage.saves.id
  instance_id = tencentcloud_instance.web.id
}

resource "tencentcloud_cos_bucket" "replays" {
  bucket            = "game-replays-1250000000"
  acl               = "private"
  versioning_enable = true

  lifecycle_rules {
    filter_prefix = "tmp/"

    expiration {
      days = 7
    }
  }
}

resource "tencentcloud_mysql_instance" "players" {
  instance_name     = "game-players"
  engine_version    = "8.0"
  mem_size          = 8000
  volume_size       = 200
  availability_zone = "ap-guangzhou-3"
  vpc_id            = tencentcloud_vpc.main.id
  subnet_id         = tencentcloud_subnet.main.id
  security_groups   = [tencentcloud_security_group.web.id]
  root_password     = var.password
  internet_service  = 0
}

resource "tencentcloud_clb_instance" "web" {
  clb_name     = "game"
  network_type = "OPEN"
  vpc_id       = tencentcloud_vpc.main.id
  subnet_id    = tencentcloud_subnet.main.id
}

resource "tencentcloud_eip" "web" {
  name = "game-web"
}

resource "tencentcloud_eip_association" "web" {
  eip_id      = tencentcloud_eip.web.id
  instance_id = tencentcloud_instance.web.id
}

variable "image_id" {}

variable "password" {
  sensitive = true
}

output "address" {
  value = tencentcloud_eip.web.public_ip
}

resource "tencentcloud_postgresql_instance" "orders" {
  name              = "orders"
  availability_zone = "ap-guangzhou-3"
  vpc_id            = tencentcloud_vpc.main.id
  subnet_id         = tencentcloud_subnet.main.id
  db_major_version  = "16"
  engine_version    = "16.0"
  root_user         = "shop"
  root_password     = var.password
  charset           = "UTF8"
  cpu               = 2
  memory            = 4
  storage           = 50
  need_support_tde  = 1

  backup_plan {
    base_backup_retention_period = 7
  }
}

output "orders" {
  value = tencentcloud_postgresql_instance.orders.private_access_ip
}
