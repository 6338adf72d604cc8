module "vpc" {
  source  = "terraform-alicloud-modules/vpc/alicloud"
  version = "~> 1.11"

  vpc_cidr           = "10.0.0.0/8"
  availability_zones = ["cn-hangzhou-h", "cn-hangzhou-i"]
}

module "cluster" {
  source = "git::https://gitee.com/example/terraform-cluster.git//modules/managed?ref=v2.3.0"

  name  = "edge"
  image = "swr.cn-north-4.myhuaweicloud.com/example/edge-agent:1.0"
}

module "labels" {
  source = "git::https://git.example.org/terraform-labels.git"
}
