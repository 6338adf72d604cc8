class Example(ConanFile):
    requires = "aliyun-files/1.0.0"
    def source(self):
        get(self, "https://files.oss-cn-hangzhou.aliyuncs.com/data.zip")
