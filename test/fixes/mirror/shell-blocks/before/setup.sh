#!/bin/sh
if [ "$NEAR" = 1 ]; then
  npm config set registry https://registry.npmmirror.com
fi
near() {
  npm config set registry https://registry.npmmirror.com
  npm ci
}
GOPROXY=https://goproxy.cn,https://proxy.golang.org,direct go build ./...
