let package = Package(name: "A", dependencies: [.package(url: "git@github.com:example/a.git", "1.0.0"..<"2.0.0")])
