let package = Package(name: "A", dependencies: [.package(id: "mona.LinkedList", .upToNextMajor(from: "1.0.0"))])
