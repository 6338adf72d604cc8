resource "google_storage_bucket" "media" {
  provider = google.copies

  name   = "acme-shop-media" # check: the name must be free
  location = var.region

  versioning {
    enabled = true
  }
  encryption {
    # required: default_kms_key_name
    # sse_algorithm = "AES256" # not migrated: no counterpart is known
  }
  lifecycle_rule {
    condition {
      matches_prefix = "tmp/"
      # Nobody needs them longer.
      age            = 30
    }
    action {
      type = "Delete"
    }
    # id      = "old" # not migrated: no counterpart is known
    # enabled = true # not migrated: no counterpart is known
  }
}

resource "google_storage_bucket_acl" "media" {
  provider = google.copies

  predefined_acl = "private"
  bucket         = google_storage_bucket.media.name
}

resource "google_sql_database_instance" "orders" {
  database_version     = "MYSQL_8_0" # check: MYSQL_8_0, POSTGRES_16 or another version
  # engine_version       = "8.0" # not migrated: it is part of database_version
  # instance_type        = "mysql.n4.medium.2c" # not migrated: no counterpart of "mysql.n4.medium.2c" is known
  name                 = "shop-orders"
  # vswitch_id           = alicloud_vswitch.private[0].id # not migrated: set ip_configuration with a private network
  # security_group_ids   = [alicloud_security_group.web.id] # not migrated: use firewall rules
  # security_ips         = ["10.0.0.0/16"] # not migrated: set ip_configuration with authorized networks
  # instance_charge_type = "Postpaid" # not migrated: billing is by use

  settings {
    disk_size = 100
    tier      = "db-custom-2-7680"

    location_preference {
      zone = "europe-west3-c"
    }
  }
}
