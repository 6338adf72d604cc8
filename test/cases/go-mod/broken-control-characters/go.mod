module example.com/arequire github.com/aliyun/credentials-go v1.3.10[31m
require ( github.com/volcengine/volcengine-go-sdk v1.0.175 )
require __proto__ v1
) ) (
