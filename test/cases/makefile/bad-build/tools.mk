TOOL = docker run --rm swr.cn-north-4.myhuaweicloud.com/acme/tool:$(VERSION)
