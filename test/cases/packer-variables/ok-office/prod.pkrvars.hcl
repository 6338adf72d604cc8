region     = "eu-central-1"
repository = "registry.example.com/base"
