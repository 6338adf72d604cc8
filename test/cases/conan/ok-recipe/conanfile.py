from conan import ConanFile

class Example(ConanFile):
    name = "example"
    homepage = "https://www.aliyun.com"
    requires = "zlib/1.3.1", "fmt/10.2.1"
    tool_requires = ["cmake/3.29.3"]

    def requirements(self):
        self.requires("openssl/3.3.1", transitive_headers=True)
        self.test_requires("gtest/1.14.0")
