mock_provider "alicloud" {
  mock_resource "alicloud_oss_bucket" {
    defaults = {
      extranet_endpoint = "oss-cn-hangzhou.aliyuncs.com"
    }
  }
}

variables {
  name = "files"
}

run "creates_a_bucket" {
  command = plan

  assert {
    condition     = alicloud_oss_bucket.files.bucket == "files"
    error_message = "See https://help.aliyun.com/oss for the names."
  }
}
