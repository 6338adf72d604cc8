zones = [
  "cn-zhangjiakou-a",
  "cn-zhangjiakou-b",
]

settings = {
  region   = "cn-zhangjiakou"
  registry = "registry-vpc.cn-zhangjiakou.aliyuncs.com"
}
