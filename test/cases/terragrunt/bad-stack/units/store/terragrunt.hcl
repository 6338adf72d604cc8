generate "provider" {
  path     = "provider.tf"
  contents = <<EOF
provider "alicloud" {
  region = "${values.region}"
}
EOF
}

terraform {
  source = "git::https://github.com/example/modules.git//store"
}
