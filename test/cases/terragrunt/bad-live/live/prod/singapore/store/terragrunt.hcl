include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "../../../../modules//store"
}

inputs = {
  bucket   = "files"
  endpoint = "oss-ap-southeast-1.aliyuncs.com"
}
