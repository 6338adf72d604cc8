region    = "cn-hangzhou"
toString  = "ecs.cn-hangzhou.aliyuncs.com"
"quoted" = "no name"
= 1
