# Settings of an agent, not a job.
data_dir  = "/opt/nomad"
region    = "cn-hangzhou"
bind_addr = "0.0.0.0"

server {
  enabled = true
  server_join {
    retry_join = ["nomad.oss-cn-hangzhou.aliyuncs.com"]
  }
}
