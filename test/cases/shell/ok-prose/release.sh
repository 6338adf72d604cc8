#!/bin/bash
cat > "$BUILD/安装说明.txt" << EOF
1. 访问 https://developers.weixin.qq.com/doc/
EOF
cat > notes/RELEASE.md <<EOF
Also at https://gitee.com/acme/shop/releases
EOF
echo "Mirror: https://gitee.com/acme/shop" >> "$GITHUB_STEP_SUMMARY"
cat > hosts.txt <<EOF
files.example.com
EOF
