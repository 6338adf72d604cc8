provider "registry.terraform.io/aliyun/alicloud" {
  version     = "1.230.1"
  constraints = ">= 1.220.0"
  hashes = [
    "h1:0bTzWmN6fS0m1zW6mY3Kj5s0w6p2m1EXAMPLE=",
  ]
}

provider "registry.opentofu.org/huaweicloud/huaweicloud" {
  version = "1.72.0"
}
