include "common" {
  path = "${get_repo_root()}/_common/registry.hcl"
}

inputs = {
  region = "cn-hangzhou"
}
