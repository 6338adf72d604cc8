setup(install_requires=3, extras_require=[["oss2"]], dependency_links={"a": 4}, tests_require={"oss2"})
setup(install_requires=["__proto__", "constructor", "", ">=2", "[x]", "http://", f"{x}", f"oss2{y}"])
install_requires = ] ["oss2"]
