include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "envcommon" {
  path   = "${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/app.hcl"
  expose = true
}

locals {
  settings = read_terragrunt_config("../settings.hcl")
}

inputs = {
  zone    = "cn-shanghai-b"
  sidecar = "${include.envcommon.locals.registry}/shop/proxy:2"
  bucket  = local.settings.locals.bucket
}
