module example.com/backup

go 1.23

require github.com/example/archive v1.4.0

require (
	github.com/aliyun/aliyun-oss-go-sdk v3.0.2+incompatible // indirect
	golang.org/x/text v0.21.0 // indirect
)
