import setuptools

common = ["oss2"]
EXTRA = [
    "dashscope",  # for the assistant
]
requirements = """
    tencentcloud-sdk-python>=3
    # comment
    qiniu
"""
extras_require = dict(cloud=["esdk-obs-python"])
extras_require["sms"] = ["aliyun-python-sdk-dysmsapi"]
install_requires = common + ["baidubce"]
install_requires.append("volcengine-python-sdk")
unrelated = ["ucloud-sdk-python3"]

setuptools.setup(
    install_requires=install_requires,
    tests_require=requirements,
    setup_requires=sorted(EXTRA + ["cffi"]),
    extras_require=extras_require,
)
