module github.com/example/uploader

go 1.22

require (
	github.com/aliyun/aliyun-oss-go-sdk v3.0.2+incompatible
	github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common v1.0.1072
	github.com/spf13/cobra v1.8.1
)

require (
	github.com/volcengine/volcengine-go-sdk v1.0.175 // indirect
	github.com/huaweicloud/huaweicloud-sdk-go-obs v3.24.9+incompatible //indirect
)
