#!/usr/bin/env bash
# Sets up a machine, as https://help.aliyun.com describes.
set -euo pipefail

REGION="${REGION:-cn-hangzhou}"
REGISTRY=registry.cn-hangzhou.aliyuncs.com
readonly MIRROR="https://mirrors.aliyun.com"

log_info() { echo "[info] $*"; }

usage() {
  cat <<USAGE
usage: bootstrap.sh [region], see https://www.aliyun.com/product/ecs
USAGE
}

log_info "Fetching from https://registry.npmmirror.com"
echo "Mirrors are at https://mirrors.tuna.tsinghua.edu.cn" >&2

if [[ "$(uname)" == Linux ]]; then
  sed -i "s|http://archive.ubuntu.com|$MIRROR|g" /etc/apt/sources.list
fi
pip config set global.index-url "$MIRROR/pypi/simple"
npm config set registry https://registry.npmmirror.com
go env -w GOPROXY=https://goproxy.cn,direct
export HF_ENDPOINT=https://hf-mirror.com

cat > /etc/docker/daemon.json <<EOF
{ "registry-mirrors": ["https://abc123.mirror.aliyuncs.com"] }
EOF

docker pull "$REGISTRY/acme/agent:1"
curl -fsSL "https://oss-${REGION}.aliyuncs.com/acme/agent.tar.gz" | tar xz -C /opt
curl https://api.deepseek.com/v1/models -H "Authorization: Bearer $DEEPSEEK_API_KEY"

case "$1" in
  aliyun) DOWNLOAD=https://mirrors.aliyun.com/docker-ce ;;
  tencent) DOWNLOAD=https://mirrors.cloud.tencent.com/docker-ce ;;
esac
curl -fsSL "$DOWNLOAD/linux/debian/gpg" -o /etc/apt/keyrings/docker.asc
/usr/local/bin/aliyun oss cp agent.log oss://acme/logs/ --region "$REGION"
aliyun() { :; }
echo aliyun; apt-get install -y aliyun-cli
