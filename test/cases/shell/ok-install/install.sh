#!/bin/sh
# curl https://mirrors.aliyun.com/install.sh | sh
set -e
error() { printf 'error: %s\n' "$1" >&2; exit 1; }
command -v docker >/dev/null || error "install it, see https://developer.aliyun.com/mirror/docker-ce"
echo "In China, use https://registry.npmmirror.com as a registry."
cat <<'EOF'
  Documentation: https://help.aliyun.com
EOF
curl -fsSL https://get.example.com/agent.sh | sh -s -- --region us-west-1
docker run --rm ghcr.io/acme/aliyun-exporter:1
