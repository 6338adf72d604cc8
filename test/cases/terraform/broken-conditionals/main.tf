variable "env" {}

locals {
  loop   = local.loop == "x" ? local.loop : "mirrors.aliyun.com"
  both   = var.env == "a" == "b" ? "oss-cn-hangzhou.aliyuncs.com" : "x"
  open   = var.env == "prod" ? "oss-cn-beijing.aliyuncs.com"
  no     = ? "oss-cn-shanghai.aliyuncs.com" : "x"
  typing = var.env == ? "oss-cn-qingdao.aliyuncs.com" : "x"
  text   = "%{if }mirrors.tencent.com%{else}x%{else}mirrors.huaweicloud.com%{endif}"
