variable "a" { default = var.b }
variable "b" { default = var.a }
locals { image = "${local.image}/${var.a}" }
job "x" {
  job "y" {
    env { __proto__ = "oss-cn-hangzhou.aliyuncs.com" }
    env = ["a", { A_B = var.a }]
    config { image = local.image }
    config { image = [["ccr.ccs.tencentyun.com/a/b:1"], { image = "" }] }
    command = "sh"
    args = { a = "curl https://cos.ap-guangzhou.myqcloud.com" }
  }
}
