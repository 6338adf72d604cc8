ui            = true
api_addr      = "https://vault.example.org:8200"
disable_mlock = true

listener "tcp" {
  address       = "0.0.0.0:8200"
  tls_cert_file = "/etc/vault/tls.crt"
}

seal "alicloudkms" {
  region     = "cn-beijing"
  kms_key_id = "example"
}

storage "alicloudoss" {
  bucket   = "vault-data"
  endpoint = "oss-cn-beijing-internal.aliyuncs.com"
}
