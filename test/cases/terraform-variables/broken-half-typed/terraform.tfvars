region = "cn-hangzhou
zone   = "cn-hangzhou-b"
names  = ["a", "b"
size   =
