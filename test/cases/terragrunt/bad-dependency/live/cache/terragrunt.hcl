terraform {
  source = "git::https://git.example.com/modules/cache.git?ref=v1"
}
