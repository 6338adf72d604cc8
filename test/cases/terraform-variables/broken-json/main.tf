variable "region" {}

provider "huaweicloud" {
  region = var.region
}
