class App(ConanFile):
    mirrors = "https://mirrors.huaweicloud.com/zlib-1.2.11.tar.gz"
