module example.com/shop

go 1.23

require github.com/aws/aws-sdk-go-v2/service/s3 v1.114.10 // not indirect
