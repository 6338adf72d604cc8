# Never from https://registry.npmmirror.com here.
function Publish-Site {
    param([string]$Region = "eu-central-1")
    <# registry.cn-hangzhou.aliyuncs.com was used before #>
    if ($Region -like "cn-*") { throw "No region in China, see https://oss-cn-hangzhou.aliyuncs.com" }
    Write-Warning ("Region {0} of oss-cn-hangzhou.aliyuncs.com" -f $Region)
    Select-String -Path .\*.md -Pattern 'registry.cn-hangzhou.aliyuncs.com'
    aws s3 sync dist s3://site --region $Region
    docker push "ghcr.io/shop/web:$($env:TAG)"
}
Export-ModuleMember -Function 'Publish-Site'
