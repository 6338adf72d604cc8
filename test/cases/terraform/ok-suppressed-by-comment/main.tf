# The bucket and its provider serve the office in Shanghai.

# vendor-diligence-ignore-block alibaba-cloud until 2027-12-31 -- mirror for the Shanghai office, ticket SEC-101
provider "alicloud" {
  region = "cn-shanghai"
}

resource "alicloud_oss_bucket" "mirror" { # vendor-diligence-ignore-block alibaba-cloud until 2027-12-31 -- ticket SEC-101
  bucket = "mirror"

  logging {
    target_bucket = "mirror-logs"
  }
}

resource "aws_instance" "sync" {
  instance_type = "t3.small"

  /* vendor-diligence-ignore-block alibaba-cloud until 2027-12-31 -- ticket SEC-101 */
  user_data = <<-EOT
    #!/bin/sh
    ossutil config --endpoint oss-cn-shanghai.aliyuncs.com
  EOT
}
