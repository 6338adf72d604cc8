from setuptools import setup

setup(
    name="legacy",
    install_requires=["oss2>=2.18,<3", "requests"],
    extras_require={"ai": ["dashscope==1.20.0"]},
)
