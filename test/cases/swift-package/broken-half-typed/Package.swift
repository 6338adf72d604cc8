let package = Package(
    dependencies: [
        .package(url: "https://codeup.aliyun.com/example/files.git", from: "1.0.0"),
        .package(url: "https://codeup.aliyun.
