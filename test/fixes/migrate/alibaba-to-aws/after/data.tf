resource "aws_s3_bucket" "media" {
  provider = aws.copies

  bucket = "acme-shop-media" # check: the name must be free
}

resource "aws_s3_bucket_acl" "media" {
  provider = aws.copies

  acl    = "private"
  bucket = aws_s3_bucket.media.id
}

resource "aws_s3_bucket_versioning" "media" {
  provider = aws.copies

  bucket = aws_s3_bucket.media.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "media" {
  provider = aws.copies

  bucket = aws_s3_bucket.media.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "media" {
  provider = aws.copies

  bucket = aws_s3_bucket.media.id

  rule {
    id     = "old"
    status = "Enabled"

    filter {
      prefix = "tmp/"
    }
    expiration {
      # Nobody needs them longer.
      days = 30
    }
  }
}

resource "aws_db_instance" "orders" {
  engine               = "mysql"
  engine_version       = "8.0"
  # instance_type        = "mysql.n4.medium.2c" # not migrated: no counterpart of "mysql.n4.medium.2c" is known
  allocated_storage    = 100
  identifier           = "shop-orders" # check: lower-case letters, digits and -
  vpc_security_group_ids = [aws_security_group.web.id]
  # security_ips         = ["10.0.0.0/16"] # not migrated: write aws_vpc_security_group_ingress_rule
  # instance_charge_type = "Postpaid" # not migrated: billing is by use
  availability_zone    = "eu-central-1c"
  manage_master_user_password = true
  username                    = "admin"
  db_subnet_group_name        = aws_db_subnet_group.orders.name
  # required: instance_class
}

resource "aws_db_subnet_group" "orders" {
  subnet_ids = [aws_subnet.private[0].id] # check: subnets in two zones are needed
}
