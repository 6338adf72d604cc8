class Example(ConanFile):
    requires = ("zlib/1.3.1", "override")
    mirrors = ["https://mirrors.cloud.tencent.com/gnu/a.tar.gz", "https://ftp.gnu.org/gnu/a.tar.gz"]
