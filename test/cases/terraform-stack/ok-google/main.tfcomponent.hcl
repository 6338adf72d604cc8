required_providers {
  google = {
    source  = "hashicorp/google"
    version = "~> 6.0"
  }
}

# provider "alicloud" "old" {}
provider "google" "main" {
  config {
    region = var.region
  }
}

variable "region" {
  type        = string
  description = "Not cn-hangzhou"
}

component "site" {
  source = "./site"
  inputs = {
    region = var.region
  }
  providers = {
    google = provider.google.main
  }
}
