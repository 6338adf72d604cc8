variable "region" {
  type = string
}

module "cluster" {
  source = "../cluster"
  zone   = format("%s-%d", var.region, 3)
}

output "zone" {
  value = module.cluster.zone
}
