module example.com/shop

go 1.17

require (
	github.com/example/mail v1.0.0
	github.com/example/storage v1.0.0
)

require github.com/aliyun/credentials-go v1.3.10 // indirect

replace github.com/example/mail => github.com/tencentcloud/mail v1.0.1
