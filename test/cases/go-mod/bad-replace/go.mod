module example.com/a

require github.com/minio/minio-go/v7 v7.0.82

replace (
	github.com/minio/minio-go/v7 => github.com/aliyun/credentials-go v1.3.10
	golang.org/x/net v0.30.0 => codeup.aliyun.com/example/net v0.30.1-0.20240101000000-abcdefabcdef
)
