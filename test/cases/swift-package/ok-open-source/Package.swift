// swift-tools-version:5.10
import PackageDescription

let package = Package(
    name: "Shop",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.71.0"),
        .package(name: "Logging", url: "https://github.com/apple/swift-log", .exact("1.6.1")),
        .package(path: "../Core"),
        // .package(url: "https://codeup.aliyun.com/example/files.git", from: "1.0.0"),
    ],
    targets: [.target(name: "Shop", dependencies: [.product(name: "NIO", package: "swift-nio")])]
)
