# vendor-diligence-ignore-block flagged-vendor -- state of the old site (OPS-77)
remote_state {
  backend = "oss"
  config = {
    region = "cn-hangzhou"
  }
}

inputs = {
  endpoint = "cos.ap-guangzhou.myqcloud.com"
}
