variable "zones" {
  type = list(string)
}

resource "google_container_cluster" "main" {
  name           = "main"
  location       = "europe-west1"
  node_locations = var.zones
}
