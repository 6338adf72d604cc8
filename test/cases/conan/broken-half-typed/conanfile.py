class Example(ConanFile):
    requires = ["zlib/1.3.1", "open
    url = "https
