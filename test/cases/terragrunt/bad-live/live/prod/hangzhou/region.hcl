locals {
  region = "cn-hangzhou"
}
