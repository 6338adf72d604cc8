terraform {
  required_providers {
    huaweicloud = {
      source                = "huaweicloud/huaweicloud"
      configuration_aliases = [huaweicloud.primary, huaweicloud.standby]
    }
  }
}

resource "huaweicloud_rds_instance" "standby" {
  provider = huaweicloud.standby

  name              = "orders-standby"
  flavor            = "rds.pg.n1.large.2.ha"
  availability_zone = ["cn-north-4a", "cn-north-4b"]
}
