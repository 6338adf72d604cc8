from setuptools import setup

with open("README.md") as readme:
    long_description = readme.read()

setup(
    name="oss2-like",
    description="Looks like oss2",
    long_description=long_description,
    url="https://github.com/example/oss2-like",
    classifiers=["Framework :: Django", "Topic :: System"],
    python_requires=">=3.9",
    install_requires=["requests>=2", "oss2-like-core; python_version>'3.8'"],
    extras_require={"oss2": ["boto3"]},
)
