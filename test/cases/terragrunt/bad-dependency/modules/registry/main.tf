variable "region" {
  type = string
}

resource "alicloud_cr_repo" "main" {
  name = "shop"
}

output "host" {
  value = "registry.${var.region}.aliyuncs.com"
}

output "id" {
  value = alicloud_cr_repo.main.id
}
