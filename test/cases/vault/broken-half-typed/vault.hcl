storage "raft" {
  path = "/vault/data"
}
seal "alicloudkms" {
  region =
