registry  = "swr.cn-north-4.myhuaweicloud.com"
pip_index = "https://mirrors.cloud.tencent.com/pypi/simple"
regions   = ["cn-north-1"]
