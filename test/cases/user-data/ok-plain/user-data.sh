#!/bin/bash
# Not from https://mirrors.aliyun.com
set -euo pipefail
apt-get update
apt-get install -y nginx
