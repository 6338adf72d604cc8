#!/bin/sh
# pip install oss2
pip install --target oss2 -r requirements.txt boto3 "$PACKAGE"
npm install --prefix qiniu
npm ci ali-oss
pip uninstall -y oss2
yarn remove ali-oss
go install ./...
go build -o qiniu .
gem install --install-dir qiniu rake
echo "pip install oss2"
composer install qiniu/php-sdk
