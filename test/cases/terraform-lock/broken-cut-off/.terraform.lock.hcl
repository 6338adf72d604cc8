provider "registry.terraform.io/huaweicloud/huaweicloud" {
  version     = "1.72.0"
  hashes = [
    "h1:0bTzWmN6fS0m1zW6mY3Kj5s0w6p2m1EXAMPLE=",
    "zh:0262fc96012fb7e173e1b7bea
