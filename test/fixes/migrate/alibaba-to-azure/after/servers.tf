resource "azurerm_linux_virtual_machine" "web" {
  for_each = toset(["a", "b"])

  name            = "shop-web-${each.key}"
  source_image_id = var.image # check: images have ids of their own
  size            = "Standard_D2s_v5" # check: sizes are named otherwise: compare vCPU and memory

  # Small, the data is on its own disk.

  # not migrated: write azurerm_managed_disk and an attachment
  # data_disks {
  #   name     = "data"
  #   size     = 100 # gigabytes
  #   category = "cloud_essd"
  # }

  # internet_max_bandwidth_out = 5 # not migrated: write azurerm_public_ip and give it to the interface
  # instance_charge_type       = "PostPaid" # not migrated: billing is by use

  lifecycle {
    ignore_changes = [source_image_id, custom_data]
  }

  custom_data = base64encode(<<-EOT
    #!/bin/sh
    echo "bucket: ${azurerm_storage_account.media.name}"
  EOT
)

  admin_username        = "azureuser"
  network_interface_ids = [azurerm_network_interface.web[each.key].id]
  location              = azurerm_resource_group.main.location
  resource_group_name   = azurerm_resource_group.main.name

  os_disk {
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 40
    caching              = "ReadWrite"
  }
}

resource "azurerm_network_interface" "web" {
  for_each = toset(["a", "b"])

  name                = "web-${each.key}"
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name

  ip_configuration {
    subnet_id                     = azurerm_subnet.private[0].id
    name                          = "internal"
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_network_interface_security_group_association" "web" {
  for_each = toset(["a", "b"])

  network_security_group_id = one([azurerm_network_security_group.web.id])
  network_interface_id      = azurerm_network_interface.web[each.key].id
}

resource "azurerm_managed_disk" "logs" {
  name      = "shop-logs"
  # zone_id   = "cn-hangzhou-h" # not migrated: zones are numbers there
  disk_size_gb = 200
  storage_account_type = "Standard_LRS"
  create_option       = "Empty"
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name
}

resource "azurerm_virtual_machine_data_disk_attachment" "logs" {
  managed_disk_id = azurerm_managed_disk.logs.id
  virtual_machine_id = azurerm_linux_virtual_machine.web["a"].id
  lun     = 0
  caching = "ReadOnly"
}

resource "azurerm_lb" "web" {
  name               = "shop"
  # address_type       = "internet" # not migrated: the frontend has a subnet or a public address
  # load_balancer_spec = "slb.s2.small" # not migrated: it scales by itself
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name

  frontend_ip_configuration {
    subnet_id = azurerm_subnet.private[0].id
    name      = "frontend"
  }
}

resource "azurerm_lb_rule" "https" {
  loadbalancer_id  = azurerm_lb.web.id
  frontend_port    = 443
  backend_port     = 8443
  protocol         = "tcp" # check: tcp -> Tcp, udp -> Udp, http/https -> application gateway
  # bandwidth        = -1 # not migrated: bandwidth is not bought
  # required: frontend_ip_configuration_name, name
}
