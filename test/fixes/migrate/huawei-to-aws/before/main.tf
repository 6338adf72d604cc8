data "huaweicloud_availability_zones" "all" {}

resource "huaweicloud_vpc" "main" {
  name = "clinic"
  cidr = "192.168.0.0/16"
}

resource "huaweicloud_vpc_subnet" "main" {
  name       = "clinic-main"
  cidr       = "192.168.10.0/24"
  gateway_ip = "192.168.10.1"
  vpc_id     = huaweicloud_vpc.main.id
}

resource "huaweicloud_networking_secgroup" "web" {
  name                 = "clinic-web"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "https" {
  security_group_id = huaweicloud_networking_secgroup.web.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_networking_secgroup_rule" "out" {
  security_group_id = huaweicloud_networking_secgroup.web.id
  direction         = "egress"
  ethertype         = "IPv4"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_kps_keypair" "admin" {
  name       = "clinic-admin"
  public_key = file("${path.module}/admin.pub")
}

resource "huaweicloud_compute_instance" "web" {
  count = var.servers

  name               = "clinic-web-${count.index}"
  flavor_id          = "s6.large.2"
  image_id           = var.image_id
  key_pair           = huaweicloud_kps_keypair.admin.name
  security_group_ids = [huaweicloud_networking_secgroup.web.id]
  availability_zone  = data.huaweicloud_availability_zones.all.names[0]

  network {
    # The address is given by DHCP.
    uuid = huaweicloud_vpc_subnet.main.id
  }

  system_disk_type = "SSD"
  system_disk_size = 40

  data_disks {
    type = "SAS"
    size = 100
  }
  data_disks {
    type = "SAS"
    size = 200
  }

  tags = {
    system = "clinic"
  }
}

resource "huaweicloud_evs_volume" "records" {
  name              = "clinic-records"
  availability_zone = "ap-southeast-3a"
  volume_type       = "SSD"
  size              = 500
}

resource "huaweicloud_compute_volume_attach" "records" {
  instance_id = huaweicloud_compute_instance.web[0].id
  volume_id   = huaweicloud_evs_volume.records.id
}

resource "huaweicloud_vpc_eip" "web" {
  publicip {
    type = "5_bgp"
  }
  bandwidth {
    name        = "clinic"
    size        = 5
    share_type  = "PER"
    charge_mode = "traffic"
  }
}

resource "huaweicloud_compute_eip_associate" "web" {
  public_ip   = huaweicloud_vpc_eip.web.address
  instance_id = huaweicloud_compute_instance.web[0].id
}

resource "huaweicloud_obs_bucket" "scans" {
  bucket        = "clinic-scans"
  acl           = "private"
  versioning    = true
  encryption    = true
  sse_algorithm = "kms"

  lifecycle_rule {
    name    = "archive"
    enabled = true

    transition {
      days          = 60
      storage_class = "WARM"
    }
    transition {
      days          = 180
      storage_class = "COLD"
    }
  }
}

resource "huaweicloud_rds_instance" "records" {
  name              = "clinic-records"
  flavor            = "rds.mysql.n1.large.2"
  vpc_id            = huaweicloud_vpc.main.id
  subnet_id         = huaweicloud_vpc_subnet.main.id
  security_group_id = huaweicloud_networking_secgroup.web.id
  availability_zone = ["ap-southeast-3a"]

  db {
    type     = "MySQL"
    version  = "8.0"
    password = var.database_password
  }
  volume {
    type = "CLOUDSSD"
    size = 100
  }
  backup_strategy {
    start_time = "02:00-03:00"
    keep_days  = 7
  }
}

resource "huaweicloud_elb_loadbalancer" "web" {
  name              = "clinic"
  ipv4_subnet_id    = huaweicloud_vpc_subnet.main.ipv4_subnet_id
  availability_zone = ["ap-southeast-3a"]
}

variable "servers" {
  default = 2
}

variable "image_id" {}

variable "database_password" {
  sensitive = true
}

output "addresses" {
  value = huaweicloud_compute_instance.web[*].access_ip_v4
}
