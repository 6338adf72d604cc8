provider "azurerm" {
  # region = "eu-central-1" # not migrated: each resource has a location
  features {}
}

resource "azurerm_lb" "web" {
  name               = "shop-web"
  # address_type       = "internet" # not migrated: the frontend has a subnet or a public address
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name
}

resource "azurerm_lb_rule" "http" {
  loadbalancer_id           = azurerm_lb.web.id
  frontend_port             = 80
  backend_port              = 8080
  protocol                  = "tcp" # check: tcp -> Tcp, udp -> Udp, http/https -> application gateway
  # bandwidth                 = 10 # not migrated: bandwidth is not bought
  load_distribution         = "SourceIP"
  # sticky_session_type       = "insert" # not migrated: belongs to azurerm_application_gateway
  # cookie_timeout            = 86400 # not migrated: belongs to azurerm_application_gateway
  # health_check_timeout      = 8 # not migrated: the interval says it
  # health_check_http_code    = "http_2xx" # not migrated: 200 is what counts
  probe_id = azurerm_lb_probe.http.id
  # required: frontend_ip_configuration_name, name
}

resource "azurerm_lb_probe" "http" {
  protocol            = "Http"
  request_path        = "/health"
  port                = 8081
  probe_threshold     = 8 # check: it counts both ways
  number_of_probes    = 8
  interval_in_seconds = 5
  name                = "http"
  loadbalancer_id     = azurerm_lb_rule.http.loadbalancer_id
}

resource "azurerm_cosmosdb_table" "orders" {
  # instance_name = "shop" # not migrated: instance level
  name          = "orders"
  # time_to_live  = -1 # not migrated: container setting
  # max_version   = 1 # not migrated: no versions in DynamoDB

  # not migrated: PartitionKey and RowKey are all keys
  # primary_key {
  #   name = "customer"
  #   type = "String"
  # }
  # not migrated: PartitionKey and RowKey are all keys
  # primary_key {
  #   name = "order"
  #   type = "Integer"
  # }

  resource_group_name = azurerm_resource_group.main.name
  # required: account_name
}

resource "azurerm_resource_group" "main" {
  name     = "main"
  location = "germanywestcentral"
}
