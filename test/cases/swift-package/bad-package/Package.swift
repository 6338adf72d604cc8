let package = Package(
    name: "Shop",
    dependencies: [
        .package(url: "https://github.com/tiktok/tiktok-business-ios-sdk", exact: "1.3.7"),
    ]
)
