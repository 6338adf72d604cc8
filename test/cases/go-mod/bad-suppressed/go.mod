module example.com/a

// vendor-diligence-ignore-block alibaba-cloud -- storage migration is planned
require (
	github.com/aliyun/aliyun-oss-go-sdk v3.0.2+incompatible
	github.com/alibabacloud-go/tea v1.2.2
)

require github.com/aliyun/credentials-go v1.3.10 // vendor-diligence-ignore-line alibaba-cloud -- same
require github.com/volcengine/volcengine-go-sdk v1.0.175
