HUB = registry.cn-shenzhen.aliyuncs.com
VERSION = 4
