terraform {
  source = "../../modules/app"
}

dependency "registry" {
  config_path = "../registry"

  mock_outputs = {
    host = "registry.cn-beijing.aliyuncs.com"
  }
}

dependency "cache" {
  config_path = "../cache"
}

inputs = {
  registry = dependency.registry.outputs.host
  cache    = dependency.cache.outputs.host
}
