# region = "cn-shenzhen"
region = "eu-west-1"
owner  = "team-cn-hangzhou"
