provider "aws" {
  region = var.region # Beijing
}

resource "aws_instance" "web" {
  availability_zone = "cn-north-1a"
  iam_instance_profile = "arn:aws-cn:iam::123456789012:instance-profile/web"
}
