let package = Package(name: "A", targets: [
    // vendor-diligence-ignore-next-line alibaba-cloud -- moved in the next release
    .binaryTarget(name: "B", url: "https://files.oss-cn-hangzhou.aliyuncs.com/B.zip", checksum: "00"),
    .binaryTarget(name: "C", url: "https://files.oss-cn-beijing.aliyuncs.com/C.zip", checksum: "00"),
])
