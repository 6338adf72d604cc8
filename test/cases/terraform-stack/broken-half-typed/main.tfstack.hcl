required_providers {
  alicloud = {
    source = "aliyun/alicloud
  }
}

provider "alicloud" "main" {
  for_each = 
  config {
    region = each.value
}

component {
}

deployment "x" {
  inputs = [ "cn-hangzhou" ]
}

component "y" {
  inputs = merge({ region = "cn-hangzhou" }, { endpoint = "oss-cn-hangzhou.aliyuncs.com" })
}
