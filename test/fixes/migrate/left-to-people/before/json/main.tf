provider "huaweicloud" {
  region = "cn-north-4"
}

resource "huaweicloud_vpc" "main" {
  name = "clinic"
  cidr = "10.0.0.0/16"
}
