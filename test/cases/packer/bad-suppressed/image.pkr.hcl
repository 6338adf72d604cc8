# vendor-diligence-ignore-block flagged-vendor -- image for the office in Hangzhou (OPS-9)
source "alicloud-ecs" "office" {
  region     = "cn-hangzhou"
  image_name = "office"
}

source "tencentcloud-cvm" "other" {
  region = "ap-shanghai"
}
