provider "registry.terraform.io/tencentcloudstack/tencentcloud" {
  version = "1.81.150"
}
