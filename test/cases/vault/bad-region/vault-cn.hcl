seal "awskms" {
  region     = "cn-north-1"
  kms_key_id = "alias/vault"
}

storage "s3" {
  bucket = "vault-data"
  region = "eu-central-1"
}
