variable "dns_provider" {
  default = "alibabacloud"
}

resource "helm_release" "dns" {
  name       = "dns"
  repository = "https://kubernetes-sigs.github.io/external-dns"
  chart      = "external-dns"

  set {
    name  = "provider.name"
    value = var.dns_provider
  }
}

resource "helm_release" "autoscaler" {
  name  = "autoscaler"
  chart = "cluster-autoscaler"

  set = [
    { name = "cloudProvider", value = "huaweicloud" },
    { name = "autoDiscovery.clusterName", value = "prod" },
  ]
}

resource "helm_release" "backup" {
  name  = "backup"
  chart = "velero"

  values = [yamlencode({
    configuration = {
      backupStorageLocation = [{
        name     = "default"
        provider = "alibabacloud"
        bucket   = "backups"
      }]
    }
  })]
}
