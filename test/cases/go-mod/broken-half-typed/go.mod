module example.com/a
require (
	github.com/aliyun/aliyun-oss-go-sdk
	github.com/
	"github.com/volcengine/volcengine-go-sdk v1

replace x =>
replace =>
require