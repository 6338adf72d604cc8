provider "registry.example.org:8443/platform/dns" {
  version = "0.4.0"
  hashes  = []
}
