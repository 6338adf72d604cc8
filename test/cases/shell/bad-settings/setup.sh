#!/usr/bin/env bash
# What tools are told to remember.
git config --global url."https://gitee.com/".insteadOf "https://github.com/"
git -c url."https://oauth2:${TOKEN}@gitee.com/".insteadOf=https://github.com/ clone https://github.com/acme/app
aws configure --profile cn set default.region cn-north-1
aws configure set region cn-northwest-1
pulumi config set alicloud:region cn-hangzhou
aws configure set output json
export GOPROXY=${GOPROXY:-https://goproxy.cn,direct}
build() {
  GOPROXY=${GOPROXY:-https://goproxy.cn,https://proxy.golang.org,direct} CGO_ENABLED=1 go build ./...
}
MIRROR=https://mirrors.aliyun.com
MIRROR=${MIRROR:-https://mirrors.ustc.edu.cn}
curl "$MIRROR/x"
