variable "region" {}

provider "tencentcloud" {
  region = var.region
}
