gem "fog-aliyun"
