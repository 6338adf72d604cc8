variable "site" {
  type = string
}

locals {
  regions = {
    east  = "cn-shanghai"
    south = "cn-shenzhen"
  }
}

output "region" {
  value = lookup(local.regions, var.site, "cn-hangzhou")
}
