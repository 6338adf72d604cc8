output "network" {
  value = azurerm_virtual_network.main.id
}

output "addresses" {
  value = [for server in azurerm_linux_virtual_machine.web : server.private_ip]
}

output "address" {
  description = "Where the shop is"
  value       = "https://${azurerm_lb.web.private_ip_address}/"
}

output "database" {
  value = "${azurerm_mysql_flexible_server.orders.fqdn}:${azurerm_mysql_flexible_server.orders.port}"
}
