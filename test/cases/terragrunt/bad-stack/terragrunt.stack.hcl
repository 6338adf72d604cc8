locals {
  region = "cn-beijing"
}

unit "store" {
  source = "./units/store"
  path   = "store"
  values = {
    region = local.region
    name   = "files"
  }
}

unit "net" {
  source = "git::https://codeup.aliyun.com/example/catalog.git//units/net?ref=v1"
  path   = "net"
  values = {
    region = "eu-central-1"
  }
}
