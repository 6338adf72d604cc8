provider "aws" {
  region = var.region # Beijing
}

resource "aws_instance" "web" {
  availability_zone = "eu-north-1a"
  iam_instance_profile = "arn:aws:iam::123456789012:instance-profile/web"
}
