module example.com/a
require (
<<<<<<< HEAD
	github.com/aliyun/aliyun-oss-go-sdk v2.2.9+incompatible
=======
	github.com/aliyun/aliyun-oss-go-sdk v3.0.2+incompatible
>>>>>>> main
)
