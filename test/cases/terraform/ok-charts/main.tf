resource "helm_release" "app" {
  name  = "app"
  chart = "./charts/app"

  set {
    name  = "provider"
    value = "alibabacloud"
  }

  values = [yamlencode({ storage = { type = "oss", provider = "obs" } })]
}

resource "helm_release" "dns" {
  name  = "dns"
  chart = "external-dns"

  set {
    name  = "provider"
    value = "cloudflare"
  }

  set {
    name  = "txtOwnerId"
    value = "alibabacloud"
  }
}
