provider "azurerm" {
  features {}
  environment = "china"
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "chinanorth3"
}
