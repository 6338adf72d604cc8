terraform {
  backend "oss" {
    bucket              = "example-state"
    prefix              = "network"
    region              = "cn-beijing"
    tablestore_endpoint = "https://example.cn-beijing.ots.aliyuncs.com"
    tablestore_table    = "locks"
  }
}

data "terraform_remote_state" "identity" {
  backend = "cos"

  config = {
    bucket = "example-state-1250000000"
    region = "ap-shanghai"
    prefix = "identity"
  }
}

data "terraform_remote_state" "dns" {
  backend = "s3"

  config = {
    bucket = "example-state"
    key    = "dns.tfstate"
    region = "eu-north-1"
  }
}
