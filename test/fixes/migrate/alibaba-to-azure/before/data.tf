resource "alicloud_oss_bucket" "media" {
  provider = alicloud.copies

  bucket = "acme-shop-media"
  acl    = "private"

  versioning {
    status = "Enabled"
  }

  server_side_encryption_rule {
    sse_algorithm = "AES256"
  }

  lifecycle_rule {
    id      = "old"
    prefix  = "tmp/"
    enabled = true

    # Nobody needs them longer.
    expiration {
      days = 30
    }
  }
}

resource "alicloud_db_instance" "orders" {
  engine               = "MySQL"
  engine_version       = "8.0"
  instance_type        = "mysql.n4.medium.2c"
  instance_storage     = 100
  instance_name        = "shop-orders"
  vswitch_id           = alicloud_vswitch.private[0].id
  security_group_ids   = [alicloud_security_group.web.id]
  security_ips         = ["10.0.0.0/16"]
  instance_charge_type = "Postpaid"
  zone_id              = "cn-hangzhou-i"
}
