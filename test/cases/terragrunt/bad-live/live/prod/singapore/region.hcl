locals {
  region = "ap-southeast-1"
}
