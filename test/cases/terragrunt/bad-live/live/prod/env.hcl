locals {
  account = "1234567890"
}
