include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

terraform {
  source = "${get_repo_root()}/modules//store"
}

inputs = {
  bucket = "files-${include.root.locals.region}"
}
