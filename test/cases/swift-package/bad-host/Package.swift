let base = "https://codeup.aliyun.com/example"
let package = Package(
    name: "Shop",
    dependencies: [
        .package(url: base + "/images.git", branch: "main"),
        .package(url: "https://codeup.aliyun.com/example/files.git", .upToNextMinor(from: "1.2.0")),
    ]
)
