locals {
  bucket = "https://shop.oss-cn-shanghai.aliyuncs.com"
}
