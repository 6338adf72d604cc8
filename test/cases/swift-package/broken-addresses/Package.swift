let package = Package(dependencies: [.package(url: ""), .package(url: nil), .package(), .package(url: "\(base)/x.git", from: "\(v)"), .package(id: "")])
