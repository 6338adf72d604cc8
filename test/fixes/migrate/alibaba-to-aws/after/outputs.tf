output "network" {
  value = aws_vpc.main.id
}

output "addresses" {
  value = [for server in aws_instance.web : server.private_ip]
}

output "address" {
  description = "Where the shop is"
  value       = "https://${aws_lb.web.dns_name}/"
}

output "database" {
  value = "${aws_db_instance.orders.address}:${aws_db_instance.orders.port}"
}
