provider "alicloud" {
  region = var.region

run {
  module {
    source = 
  }
  variables {
    region = "cn-hangzhou
  }
}

provider {
}

variables { region = var.region }
