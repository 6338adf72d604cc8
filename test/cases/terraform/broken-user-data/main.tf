resource "aws_instance" "half" {
  user_data = <<-EOT
    #cloud-config
    apt:
      primary:
      - uri: "http://mirrors.aliyun.com/ubuntu/
    runcmd:
     - curl https://oss-cn-hangzhou.aliyuncs.com/${
  EOT
}

resource "aws_instance" "parts" {
  user_data = <<-EOT
    Content-Type: multipart/mixed; boundary="B"

    --B
    Content-Type: text/cloud-config

    #cloud-config
    apt_mirror: http://mirrors.163.com/ubuntu/
    --B--
  EOT
}
