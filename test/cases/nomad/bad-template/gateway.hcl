job "gateway" {
  type = "system"

  group "gateway" {
    task "gateway" {
      driver = "docker"

      config {
        image = "nginx:1.27"
      }

      template {
        destination = "local/upstreams.conf"
        data        = <<EOH
# was: ucs.cn-north-4.myhuaweicloud.com
upstream files {
  server files.obs.cn-north-4.myhuaweicloud.com:443;
}
{{ with nomadVar "nomad/jobs/gateway" }}
proxy_pass {{ .backend }};
{{ end }}
EOH
      }

      dynamic "artifact" {
        for_each = ["cos.ap-guangzhou.myqcloud.com", "files.example.com"]
        content {
          source = "https://${artifact.value}/site.zip"
        }
      }
    }
  }
}
