storage "file" {
  path = "/opt/vault/oss-cn-hangzhou.aliyuncs.com"
}
