resource "alicloud_dns_record" "www" {
  name        = "example.org"
  host_record = "www"
  type        = "CNAME"
  value       = "web.cn-beijing.slb.aliyuncs.com"
}
