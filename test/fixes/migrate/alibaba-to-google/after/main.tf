terraform {
  required_version = ">= 1.5"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.0"
    }
    random = {
      source = "hashicorp/random"
    }
  }

  backend "gcs" {
    bucket              = "acme-terraform"
    prefix              = "shop/terraform.tfstate" # check: the state is <prefix>/<workspace>.tfstate
    # region              = "cn-hangzhou" # not migrated: the bucket says it
    # tablestore_endpoint = "https://locks.cn-hangzhou.ots.aliyuncs.com" # not migrated: the object itself is locked
  }
}

provider "google" {
  region     = var.region
  # access_key = var.access_key # not migrated: keys belong to the other provider
}

# A second place, for copies.
provider "google" {
  alias  = "copies"
  region = "europe-west3"
}

data "google_compute_zones" "all" {
  # available_resource_creation = "VSwitch" # not migrated: zones are not chosen by what they offer
}

resource "google_compute_network" "main" {
  name              = "shop" # check: lower-case letters, digits, dash
  # cidr_block        = "10.0.0.0/16" # not migrated: Google networks have no CIDR # the same everywhere
  # resource_group_id = var.group # not migrated: resource groups are another thing there

  # not migrated: networks have no labels
  # tags = {
  #   team = "shop"
  # }

  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "private" {
  count = 2

  name         = "shop-private-${count.index}"
  network      = google_compute_network.main.id
  # cidr_block   = cidrsubnet(alicloud_vpc.main.cidr_block, 8, count.index) # not migrated: google_compute_network has no attribute cidr_block
  # zone_id      = data.alicloud_zones.all.zones[count.index].id # not migrated: subnetworks span the zones of a region
  # tags         = var.tags # not migrated: subnetworks have no labels
}

resource "google_compute_firewall" "web" {
  name                = "shop-web"
  description         = "What the shop's web servers may hear"
  network             = google_compute_network.main.id
}

resource "google_compute_firewall" "https" {
  direction         = "INGRESS"
  # nic_type          = "intranet" # not migrated: there are only private networks
  priority          = 1
  target_tags       = [google_compute_firewall.web.name]
  source_ranges     = ["0.0.0.0/0"] # check: of an egress rule it is destination_ranges
  name = "https"

  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  # required: network
}
