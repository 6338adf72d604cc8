module example.com/a

require github.com/aliyun/aliyun-oss-go-sdk v3.0.2+incompatible
