provider "__proto__" {
  region = "cn-hangzhou"
}

variable "constructor" {
  default = { __proto__ = "cn-shanghai", toString = "cn-beijing" }
}

locals {
  __proto__      = local.hasOwnProperty
  hasOwnProperty = local.__proto__
  prototype      = var.constructor.__proto__
}

provider "alicloud" {
  region = local.prototype
}

resource "alicloud_oss_bucket" "__proto__" {
  bucket = "a"
  region = local.__proto__
}

module "up" {
  source = "../../../../../../etc"
}

module "self" {
  source = "./"
  region = "cn-qingdao"
}

resource "" "" {
}

resource {
}
