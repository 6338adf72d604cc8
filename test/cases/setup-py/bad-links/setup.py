from setuptools import setup

setup(
    name="links",
    install_requires=["model @ https://models.oss-cn-shanghai.aliyuncs.com/model-1.0-py3-none-any.whl"],
    dependency_links=[
        "https://mirrors.aliyun.com/pypi/simple/oss2/",
        "git+https://github.com/example/net.git#egg=net",
    ],
)
DATA = "https://data.oss-cn-beijing.aliyuncs.com/words.txt"
