provider "huaweicloud" {
  region = "eu-west-101"
}

provider "huaweicloud" {
  alias  = "beijing"
  region = local.standby
}

locals {
  standby = var.is_production ? "cn-north-4" : "cn-north-1"
}

variable "is_production" {
  type = bool
}

module "replication" {
  source = "./replication"

  providers = {
    huaweicloud.primary = huaweicloud
    huaweicloud.standby = huaweicloud.beijing
  }
}

resource "huaweicloud_obs_bucket" "archive" {
  bucket = "example-archive"
  region = "eu-west-101"
}
