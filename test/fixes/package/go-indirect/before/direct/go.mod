module example.com/shop

go 1.23

require github.com/aliyun/aliyun-oss-go-sdk v3.0.2+incompatible // not indirect
