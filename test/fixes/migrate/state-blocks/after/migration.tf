# What the old provider made is let go of without being destroyed. Delete this file once it is applied.

removed {
  from = alicloud_vpc.main

  lifecycle {
    destroy = false
  }
}

removed {
  from = alicloud_vswitch.private

  lifecycle {
    destroy = false
  }
}

removed {
  from = alicloud_oss_bucket.media

  lifecycle {
    destroy = false
  }
}

# What is there already is taken over instead of made anew by a block like these:
#
# import {
#   to = aws_vpc.main
#   id = "vpc-{id}"
# }
#
# import {
#   to = aws_subnet.private[0]
#   id = "subnet-{id}"
# }
#
# import {
#   to = aws_s3_bucket.media["…"]
#   id = "{bucket}"
# }
#
# import {
#   to = aws_s3_bucket.copies
#   id = "{bucket}"
# }
