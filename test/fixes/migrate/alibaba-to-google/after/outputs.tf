output "network" {
  value = google_compute_network.main.id
}

output "addresses" {
  value = [for server in google_compute_instance.web : server.private_ip]
}

output "address" {
  description = "Where the shop is"
  value       = "https://${google_compute_forwarding_rule.web.ip_address}/"
}

output "database" {
  value = "${google_sql_database_instance.orders.private_ip_address}:${google_sql_database_instance.orders.port}"
}
