locals {
  role = "arn:aws-cn:iam::111111111111:role/stacks"
}

store "varset" "keys" {
  id       = "varset-1"
  category = "terraform"
}

deployment "china" {
  inputs = {
    role_arn = local.role
  }
}
