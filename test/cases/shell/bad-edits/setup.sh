#!/bin/sh
set -e

sed -i 's#http://archive.ubuntu.com#https://mirrors.aliyun.com#g' /etc/apt/sources.list
sed -i '1i deb https://mirrors.ustc.edu.cn/debian stable main' /etc/apt/sources.list
sed -i '$a\registry=https://registry.npmmirror.com' .npmrc
find /etc/yum.repos.d -name '*.repo' -exec sed -i 's#http://mirror.centos.org#https://repo.huaweicloud.com#' {} +
grep -rl example.com conf | xargs -I {} sed -i 's#example.com#obs.cn-north-4.myhuaweicloud.com#' {}
grep -q index-url ~/.pip/pip.conf || echo "index-url = https://pypi.tuna.tsinghua.edu.cn/simple" >> ~/.pip/pip.conf
curl -fsSL https://mirrors.tencent.com/install.sh | grep -v https://mirrors.163.com > install.sh
