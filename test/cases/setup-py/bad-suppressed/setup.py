from setuptools import setup

setup(
    install_requires=[
        # vendor-diligence-ignore-next-line alibaba-cloud -- replaced in the next release
        "oss2",
        "dashscope",
    ],
)
