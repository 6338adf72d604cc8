module example.com/a

require example.com/b v0.0.0

replace example.com/b => ../b

replace example.com/c v1.2.3 => ./third_party/c

exclude github.com/aliyun/aliyun-oss-go-sdk v2.2.0+incompatible
