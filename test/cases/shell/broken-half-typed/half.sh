#!/bin/bash
A=$A/$B B=${A:-$B}
docker pull "registry.cn-hangzhou.aliyuncs.com/acme/x
curl https://oss-cn-beijing.aliyuncs.com/$(
cat <<EOF
npm config set registry https://registry.npmmirror.com
if [ ; then ${
