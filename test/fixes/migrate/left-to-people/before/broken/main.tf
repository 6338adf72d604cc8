provider "huaweicloud" {
  region = "cn-north-4"
}

resource "huaweicloud_vpc" "main" {
  name =
}
