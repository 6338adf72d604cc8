resource "alicloud_instance" "web" {
  for_each = toset(["a", "b"])

  instance_name   = "shop-web-${each.key}"
  image_id        = var.image
  instance_type   = "ecs.g6.large"
  vswitch_id      = alicloud_vswitch.private[0].id
  security_groups = [alicloud_security_group.web.id]

  # Small, the data is on its own disk.
  system_disk_category = "cloud_essd"
  system_disk_size     = 40

  data_disks {
    name     = "data"
    size     = 100 # gigabytes
    category = "cloud_essd"
  }

  internet_max_bandwidth_out = 5
  instance_charge_type       = "PostPaid"

  lifecycle {
    ignore_changes = [image_id, user_data]
  }

  user_data = <<-EOT
    #!/bin/sh
    echo "bucket: ${alicloud_oss_bucket.media.bucket}"
  EOT
}

resource "alicloud_disk" "logs" {
  disk_name = "shop-logs"
  zone_id   = "cn-hangzhou-h"
  size      = 200
  category  = "cloud_efficiency"
}

resource "alicloud_disk_attachment" "logs" {
  disk_id     = alicloud_disk.logs.id
  instance_id = alicloud_instance.web["a"].id
}

resource "alicloud_slb_load_balancer" "web" {
  load_balancer_name = "shop"
  address_type       = "internet"
  vswitch_id         = alicloud_vswitch.private[0].id
  load_balancer_spec = "slb.s2.small"
}

resource "alicloud_slb_listener" "https" {
  load_balancer_id = alicloud_slb_load_balancer.web.id
  frontend_port    = 443
  backend_port     = 8443
  protocol         = "tcp"
  bandwidth        = -1
}
