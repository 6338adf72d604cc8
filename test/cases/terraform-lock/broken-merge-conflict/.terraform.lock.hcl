provider "registry.terraform.io/aliyun/alicloud" {
<<<<<<< HEAD
  version     = "1.229.0"
=======
  version     = "1.230.1"
>>>>>>> feature
  constraints = ">= 1.220.0"
}

provider "registry.terraform.io/hashicorp/aws" {
  version = "5.82.2"
}
