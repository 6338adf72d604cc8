resource "azurerm_storage_account" "media" {
  provider = azurerm.copies

  # not migrated: data is encrypted; a key of your own is set with customer_managed_key
  # server_side_encryption_rule {
  #   sse_algorithm = "AES256"
  # }

  # not migrated: write azurerm_storage_management_policy
  # lifecycle_rule {
  #   id      = "old"
  #   prefix  = "tmp/"
  #   enabled = true
  #
  #   # Nobody needs them longer.
  #   expiration {
  #     days = 30
  #   }
  # }

  name                     = "media"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  location                 = azurerm_resource_group.main.location
  resource_group_name      = azurerm_resource_group.main.name

  blob_properties {
    versioning_enabled = true
  }
}

resource "azurerm_storage_container" "media" {
  provider = azurerm.copies

  name                  = "acme-shop-media"
  container_access_type = "private"
  storage_account_id    = azurerm_storage_account.media.id
}

resource "azurerm_mysql_flexible_server" "orders" {
  version              = "8.0.21"
  # instance_type        = "mysql.n4.medium.2c" # not migrated: no counterpart of "mysql.n4.medium.2c" is known
  name                 = "shop-orders"
  delegated_subnet_id  = azurerm_subnet.private[0].id # check: the subnet must be delegated
  # security_group_ids   = [alicloud_security_group.web.id] # not migrated: use the security group of the subnet
  # security_ips         = ["10.0.0.0/16"] # not migrated: write azurerm_mysql_flexible_server_firewall_rule
  # instance_charge_type = "Postpaid" # not migrated: billing is by use
  # zone_id              = "cn-hangzhou-i" # not migrated: zones are numbers there
  administrator_login = "mysqladmin"
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name

  storage {
    size_gb = 100
  }
}

resource "azurerm_resource_group" "main" {
  name     = "main"
  location = var.region
}
