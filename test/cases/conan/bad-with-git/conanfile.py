class Example(ConanFile):
    scm = {"type": "git", "url": "https://codeup.aliyun.com/example/files.git", "revision": "auto"}
