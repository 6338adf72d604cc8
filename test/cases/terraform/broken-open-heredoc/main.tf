provider "huaweicloud" {
  region = "cn-north-4"
}

resource "huaweicloud_compute_instance" "web" {
  availability_zone = "cn-north-4a"
  user_data = <<-EOT
    curl https://mirrors.huaweicloud.com/install.sh | sh
    server {
      listen 80;
    }
}

resource "huaweicloud_obs_bucket" "logs" {
  bucket = "logs-${var.region"
}

resource "huaweicloud_obs_bucket" "backups" {
  bucket = "backups"
}
