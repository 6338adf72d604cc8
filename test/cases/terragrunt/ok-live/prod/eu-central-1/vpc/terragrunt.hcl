include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::git@github.com:example/modules.git//vpc?ref=v0.8.0"
}

dependency "dns" {
  config_path = "../dns"

  mock_outputs = {
    endpoint = "oss-cn-hangzhou.aliyuncs.com"
  }
}

inputs = {
  name = "main"
  dns  = dependency.dns.outputs.endpoint
}
