#!/bin/sh
# Vendors have this one in different countries.
REGION=ap-southeast-1
curl https://obs.cn-north-4.myhuaweicloud.com
