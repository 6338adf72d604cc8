deployment "beijing" {
  inputs = {
    region = "cn-beijing"
  }
}

deployment "singapore" {
  inputs = {
    region   = "ap-southeast-1"
    endpoint = "https://oss-ap-southeast-1.aliyuncs.com"
  }
}
