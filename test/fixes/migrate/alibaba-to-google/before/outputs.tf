output "network" {
  value = alicloud_vpc.main.id
}

output "addresses" {
  value = [for server in alicloud_instance.web : server.private_ip]
}

output "address" {
  description = "Where the shop is"
  value       = "https://${alicloud_slb_load_balancer.web.address}/"
}

output "database" {
  value = "${alicloud_db_instance.orders.connection_string}:${alicloud_db_instance.orders.port}"
}
