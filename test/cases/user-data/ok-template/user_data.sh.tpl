#!/bin/bash
# Once: curl https://mirrors.aliyun.com
set -euo pipefail
apt-get install -y "${package}"
curl -fsSL "https://${bucket}.s3.eu-west-1.amazonaws.com/app.tar.gz" | tar -xz
echo "No need of https://registry.npmmirror.com"
