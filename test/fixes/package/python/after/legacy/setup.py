from setuptools import setup

setup(
    name="legacy",
    install_requires=["boto3>=1.44,<2", "requests"],
    extras_require={"ai": ["dashscope==1.20.0"]},
)
