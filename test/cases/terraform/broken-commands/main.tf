provider "kubernetes" {
  exec {
    command = aws
    args    = ["--region", , "cn-north-1"]
  }
  exec = [{ command = ["aws", "--region"], args = "cn-northwest-1" }]
}

resource "null_resource" "typing" {
  provisioner "local-exec" {
    command = "aws s3 ls --region cn-north-1
