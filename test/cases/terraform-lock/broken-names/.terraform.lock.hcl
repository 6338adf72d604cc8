provider "" {
  version = "1.0.0"
}

provider {
  version = "1.0.0"
}

provider "registry.terraform.io/../alicloud" {
  version = "1.0.0 && rm"
}

provider "__proto__" {
}
