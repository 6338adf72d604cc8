job "web" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "registry.cn-hangzhou.aliyuncs.com/shop/web:1"
        auth {
      }
      env {
        OSS_ENDPOINT = 
        = "x"
        ALIBABA_CLOUD_REGION_ID = "cn-hangzhou
      }
    }
