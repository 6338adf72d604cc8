from conan import ConanFile
from conan.tools.files import get

BASE = "https://files.oss-cn-hangzhou.aliyuncs.com"

class Example(ConanFile):
    def source(self):
        get(self, f"{BASE}/example-1.0.tar.gz")
        # vendor-diligence-ignore-next-line huawei-cloud -- moved in the next release
        get(self, url="https://mirrors.huaweicloud.com/openssl/openssl-3.3.1.tar.gz", sha256="0")
