from setuptools import setup
setup(
    install_requires=["oss2>=2", "dash
    extras_require={"ai": ["dashscope",
