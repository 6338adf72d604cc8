locals {
  site = "shop"
}
