from distutils.core import setup

options = {
    "name": "sync",
    "install_requires": ["oss2==2.18.4", "click"],
    "extras_require": {"tests": ["dashscope"]},
    "url": "https://sync.oss-cn-hangzhou.aliyuncs.com",
    "project_urls": {"Docs": "https://sync.oss-cn-hangzhou.aliyuncs.com"},
}
more = dict(setup_requires=["cos-python-sdk-v5"])
setup(**options, **more)
