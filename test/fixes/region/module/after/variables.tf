variable "region" {
  default = "eu-north-1"
}
