region   = "cn-shenzhen"
endpoint = "https://oss-cn-shenzhen.aliyuncs.com"
