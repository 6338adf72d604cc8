[{:aliyun_oss}, {:aliyun_oss, }, {, "1"}, {:"aliyun_oss", "1"}, {:aliyun_api, "1.0.0"}}
