variable "image" {}
variable "zone" {}

resource "alicloud_sae_application" "app" {
  app_name          = "app"
  image_url         = var.image
  availability_zone = var.zone
}
