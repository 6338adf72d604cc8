region = "cn-shenzhen
endpoint = https://oss-cn-shenzhen.aliyuncs.com
mirror = "https://mirrors.aliyun.com/ubuntu"
list = [
