#!/bin/sh
REGION=cn-north-1
# What a mirror copies says nothing of whose region it is.
npm config set registry https://registry.npmmirror.com
BUCKET_REGION=cn-beijing
