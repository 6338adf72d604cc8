__proto__ = "https://files.oss-cn-hangzhou.aliyuncs.com"
requires = f"{name}/1", "__proto__/1.0"
get(__proto__)
