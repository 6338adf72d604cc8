# The office in cn-hangzhou closed; its bucket was files.oss-cn-hangzhou.aliyuncs.com.
locals {
  env  = "prod"
  zone = "eu-central-1a"
}
