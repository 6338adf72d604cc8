variable "zones" {
  type = list(string)
}

variable "settings" {
  type = object({ region = string, registry = string })
}

provider "alicloud" {
  region = var.settings.region
}

resource "alicloud_vswitch" "private" {
  for_each = toset(var.zones)

  zone_id    = each.value
  cidr_block = "10.0.0.0/24"
}
