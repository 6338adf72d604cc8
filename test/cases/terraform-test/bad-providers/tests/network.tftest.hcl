variables {
  region = "cn-hangzhou"
}

provider "alicloud" {
  region = var.region
}

provider "aws" {
  alias  = "china"
  region = "cn-north-1"
}

run "setup" {
  module {
    source  = "terraform-alicloud-modules/vpc/alicloud"
    version = "1.11.0"
  }

  variables {
    zone     = "cn-hangzhou-b"
    endpoint = "https://vpc.cn-hangzhou.aliyuncs.com"
  }
}
