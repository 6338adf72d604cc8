terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

resource "alicloud_kms_secret" "key" {
  secret_name = "key"
}
