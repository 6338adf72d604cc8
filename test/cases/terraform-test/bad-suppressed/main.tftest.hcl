# vendor-diligence-ignore-block flagged-vendor -- the module is meant for this cloud
provider "huaweicloud" {
  region = "cn-north-4"
}

provider "yandex" {
  zone = "ru-central1-a"
}
