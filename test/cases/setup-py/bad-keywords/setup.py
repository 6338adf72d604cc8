#!/usr/bin/env python
"""Set-up; more is on https://help.aliyun.com."""
from setuptools import find_packages, setup

VERSION = "1.4"

setup(
    name="uploader",
    version=VERSION,
    url="https://uploader.oss-cn-hangzhou.aliyuncs.com",
    packages=find_packages(exclude=["tests"]),
    install_requires=["oss2>=2.18,<3", "requests[socks]", f"cos-python-sdk-v5=={VERSION}"],
    setup_requires="setuptools_scm",
    tests_require=["pytest", 'tencentcloud-sdk-python ; python_version < "3.12"'],
    extras_require={
        "ai": ["dashscope>=1.20"],
        'huawei:sys_platform == "linux"': ["esdk-obs-python"],
        "plain": "qiniu",
    },
    entry_points={"console_scripts": ["oss2=uploader:main"]},
)
