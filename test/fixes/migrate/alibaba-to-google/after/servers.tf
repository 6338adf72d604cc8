resource "google_compute_instance" "web" {
  for_each = toset(["a", "b"])

  name            = "shop-web-${each.key}"
  machine_type    = "n2-standard-2" # check: sizes are named otherwise: compare vCPU and memory
  tags            = [google_compute_firewall.web.name]

  # Small, the data is on its own disk.

  # not migrated: write google_compute_disk and attached_disk
  # data_disks {
  #   name     = "data"
  #   size     = 100 # gigabytes
  #   category = "cloud_essd"
  # }

  # instance_charge_type       = "PostPaid" # not migrated: billing is by use

  lifecycle {
    ignore_changes = [boot_disk, metadata_startup_script]
  }

  metadata_startup_script = <<-EOT
    #!/bin/sh
    echo "bucket: ${google_storage_bucket.media.name}"
  EOT

  boot_disk {
    initialize_params {
      image = var.image # check: images have names of their own
      type  = "pd-ssd"
      size  = 40
    }
  }
  network_interface {
    subnetwork = google_compute_subnetwork.private[0].id
    network    = "default"

    access_config {}
  }
}

resource "google_compute_disk" "logs" {
  name      = "shop-logs"
  zone      = "europe-west3-b"
  size      = 200
  type      = "pd-standard"
}

resource "google_compute_attached_disk" "logs" {
  disk        = google_compute_disk.logs.id
  instance    = google_compute_instance.web["a"].id
}

resource "google_compute_forwarding_rule" "web" {
  name               = "shop"
  load_balancing_scheme = "EXTERNAL"
  subnetwork         = google_compute_subnetwork.private[0].id
  # load_balancer_spec = "slb.s2.small" # not migrated: it scales by itself
}

resource "google_compute_forwarding_rule" "https" {
  # load_balancer_id = alicloud_slb_load_balancer.web.id # not migrated: the rule itself is the load balancer
  port_range       = 443
  # backend_port     = 8443 # not migrated: set named_port of the instance group
  ip_protocol      = "tcp" # check: tcp -> TCP, udp -> UDP, http/https -> target proxy
  # bandwidth        = -1 # not migrated: bandwidth is not bought
  # required: name
}
