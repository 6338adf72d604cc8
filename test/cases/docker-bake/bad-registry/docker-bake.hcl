variable "REGISTRY" {
  default = "registry.cn-shanghai.aliyuncs.com"
}

variable "TAG" {
  default = "1.0"
}

function "image" {
  params = [name]
  result = ["${REGISTRY}/shop/${name}:${TAG}"]
}

target "app" {
  contexts = {
    base    = "docker-image://registry.cn-hangzhou.aliyuncs.com/base/node:22"
    sources = "."
  }
  args = {
    NPM_CONFIG_REGISTRY = "https://registry.npmmirror.com"
    GOPROXY             = "https://goproxy.cn,direct"
    OSS_ENDPOINT        = "oss-cn-hangzhou.aliyuncs.com"
  }
  tags       = ["${REGISTRY}/shop/app:${TAG}", equal("", TAG) ? "" : "${REGISTRY}/shop/app:latest"]
  cache-from = ["type=registry,ref=${REGISTRY}/shop/app:cache", "ccr.ccs.tencentyun.com/shop/cache"]
  cache-to   = ["type=registry,mode=max,ref=${REGISTRY}/shop/app:cache"]
  output     = ["type=image,name=swr.cn-north-4.myhuaweicloud.com/shop/app,push=true"]
  dockerfile-inline = <<EOT
FROM alpine
RUN wget https://shop.oss-cn-hangzhou.aliyuncs.com/tool
EOT
}
