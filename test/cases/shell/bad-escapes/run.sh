sed -i '/start/c\ pip install c -i https://mirrors.aliyun.com/pypi/simple\n python x' run.sh
cat > x.json <<EOF
{"text": "<a href=\"https://bk.tencent.com/docs/a.md\" target=\"x\">"}
EOF
printf 'https://oss-cn-beijing.aliyuncs.com/a\n' > y.txt
curl -x 'https://oss-cn-hangzhou.aliyuncs.com\/b'
grep -E 'aliyuncs\.com' z
sed -i 's/deb\.debian\.org/mirrors.aliyun.com/; s#https:\/\/a\.com\/x#https:\/\/mirrors.aliyun.com\/y#' /etc/apt/sources.list
pip config set global.index-url 'https://pypi.tuna.tsinghua.edu.cn/simple\n'
type C:\tools\mirrors.aliyun.com\x
