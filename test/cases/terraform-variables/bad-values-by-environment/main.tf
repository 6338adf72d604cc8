variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "endpoints" {
  type    = map(string)
  default = {}
}

provider "aws" {
  region = var.region
}
