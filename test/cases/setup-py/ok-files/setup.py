import os

from setuptools import setup

here = os.path.dirname(__file__)


def read(path):
    """Reads lines, as oss2 does."""
    return open(os.path.join(here, path)).read().splitlines()


setup(
    install_requires=read("requirements.txt"),
    tests_require=[line for line in open("oss2")],
    extras_require={"dev": read("dashscope")},
)
