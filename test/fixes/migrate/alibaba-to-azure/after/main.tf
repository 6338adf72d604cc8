terraform {
  required_version = ">= 1.5"

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
    random = {
      source = "hashicorp/random"
    }
  }

  backend "azurerm" {
    container_name      = "acme-terraform"
    key                 = "shop/terraform.tfstate"
    # region              = "cn-hangzhou" # not migrated: the storage account says it
    # tablestore_endpoint = "https://locks.cn-hangzhou.ots.aliyuncs.com" # not migrated: the blob itself is locked
    # required: storage_account_name
  }
}

provider "azurerm" {
  # region     = var.region # not migrated: each resource has a location
  # access_key = var.access_key # not migrated: keys belong to the other provider
  features {}
}

# A second place, for copies.
provider "azurerm" {
  alias  = "copies"
  # region = "cn-shanghai" # not migrated: each resource has a location
  features {}
}

# not migrated: zones are numbers there
# data "alicloud_zones" "all" {
#   available_resource_creation = "VSwitch"
# }

resource "azurerm_virtual_network" "main" {
  name              = "shop"
  address_space     = ["10.0.0.0/16"] # the same everywhere
  # resource_group_id = var.group # not migrated: resource groups are another thing there

  tags = {
    team = "shop"
  }

  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name
}

resource "azurerm_subnet" "private" {
  count = 2

  name         = "shop-private-${count.index}"
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes = [cidrsubnet(azurerm_virtual_network.main.address_space[0], 8, count.index)]
  # zone_id      = data.alicloud_zones.all.zones[count.index].id # not migrated: subnets span the zones of a region
  # tags         = var.tags # not migrated: subnets have no tags
  resource_group_name = azurerm_resource_group.main.name
}

resource "azurerm_network_security_group" "web" {
  name                = "shop-web"
  # description         = "What the shop's web servers may hear" # not migrated: there is no description
  # vpc_id              = alicloud_vpc.main.id # not migrated: it is tied to subnets or interfaces by associations
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name
}

resource "azurerm_network_security_rule" "https" {
  direction         = "Inbound"
  protocol          = "Tcp"
  # nic_type          = "intranet" # not migrated: there are only private networks
  access            = "Allow"
  destination_port_range = "443"
  priority          = 101 # check: 100 to 4096, and of each direction another
  network_security_group_name = azurerm_network_security_group.web.name
  source_address_prefix = "0.0.0.0/0" # check: of an egress rule it is the destination
  name                       = "https"
  destination_address_prefix = "*"
  source_port_range          = "*"
  resource_group_name        = azurerm_resource_group.main.name
}
