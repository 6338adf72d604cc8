region = "cn-north-1"

endpoints = {
  storage = "https://s3.cn-north-1.amazonaws.com.cn"
}
