module "settings" {
  source = "./settings"
  site   = "east"
}

provider "alicloud" {
  region = module.settings.region
}

resource "alicloud_log_project" "audit" {
  name = "audit-${module.settings.region}"
}
