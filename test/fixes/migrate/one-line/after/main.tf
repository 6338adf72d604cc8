provider "aws" {
  region = "eu-central-1"
}
resource "aws_s3_bucket" "scans" {
  bucket = "scans" # check: the name must be free
}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/8"
}
resource "aws_eip" "door" {
  # payment_type = "PayAsYouGo" # not migrated: billing is by use
  domain = "vpc"
}
