provider "huaweicloud" {
  region = "cn-north-4"
}

resource "huaweicloud_iotda_product" "meters" {
  name = "meters"
}
