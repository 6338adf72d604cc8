variable "region" {
  type = string
}

variable "owner" {
  type = string
}

source "amazon-ebs" "base" {
  region = var.region
  tags = {
    owner = var.owner
  }
}
