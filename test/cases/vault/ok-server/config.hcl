# seal "alicloudkms" {}
storage "raft" {
  path    = "/vault/data"
  node_id = "a"

  retry_join {
    leader_api_addr = "https://vault-0.internal:8200"
  }
}

seal "transit" {
  address  = "https://vault.example.org:8200"
  key_name = "alicloudkms"
}
