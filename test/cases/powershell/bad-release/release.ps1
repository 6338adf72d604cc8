$registry = "registry.cn-hangzhou.aliyuncs.com/shop"
$env:AWS_REGION = "cn-north-1"
$env:NODE_MIRROR = 'https://npmmirror.com/mirrors/node'
$tag = git describe --tags

npm config set registry https://registry.npmmirror.com
docker build -t "${registry}/web:$tag" .
docker push "$registry/web:$tag"
Set-DefaultAWSRegion -Region cn-northwest-1
aws s3 sync .\dist s3://shop --region $env:AWS_REGION
& aliyun oss cp dist oss://shop --recursive --endpoint oss-cn-shanghai.aliyuncs.com

"registry=https://registry.npmmirror.com" | Out-File "$HOME/.npmrc"
$body = @"
{
  "image": "swr.cn-north-4.myhuaweicloud.com/shop/web:$tag",
  "tags": ["a"]
}
"@
Invoke-RestMethod -Method Post -Uri "https://deploy.example.com/hook" -Body $body
docker run --rm ccr.ccs.tencentyun.com/shop/smoke:1 # the last test
