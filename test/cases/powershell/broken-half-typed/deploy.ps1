$region = "cn-north-1
docker push registry.cn-hangzhou.aliyuncs.com/shop/web:1
aws s3 sync dist s3://shop --region 'cn-northwest-1
$env:OSS_ENDPOINT = $(Get-Endpoint
<# never closed
npm config set registry https://registry.npmmirror.com
$list = @{ Location = 
}
