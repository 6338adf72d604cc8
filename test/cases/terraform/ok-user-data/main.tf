resource "aws_instance" "web" {
  ami = "ami-0123456789abcdef0"

  user_data = <<-EOT
    #cloud-config
    # Not from http://mirrors.aliyun.com/ubuntu/
    hostname: web
    ssh_authorized_keys:
      - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample ops@mirrors.aliyun.com
    packages: [nginx]
    runcmd:
      - echo "The mirror https://mirrors.aliyun.com is not used"
  EOT
}

resource "aws_launch_template" "worker" {
  user_data = base64encode(templatefile("${path.module}/worker.sh", { cluster = "main" }))
}
