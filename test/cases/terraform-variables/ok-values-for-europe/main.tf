provider "aws" {
  region = var.region
}

variable "region" {
  type = string
}
