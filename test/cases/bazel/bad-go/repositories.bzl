go_repository(
    name = "com_github_aliyun_oss",
    importpath = "github.com/aliyun/aliyun-oss-go-sdk",
    sum = "h1:x=",
    version = "v3.0.2+incompatible",
)
