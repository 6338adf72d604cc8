class App(ConanFile):
    python_requires = "example-base/1.0"
    scm = {"url": "https://codeup.aliyun.com/example/app.git"}
