resource "aws_instance" "web" {
  for_each = toset(["a", "b"])

  tags            = { Name = "shop-web-${each.key}" }
  ami             = var.image # check: images have ids of their own
  instance_type   = "m6i.large" # check: sizes are named otherwise: compare vCPU and memory
  subnet_id       = aws_subnet.private[0].id
  vpc_security_group_ids = [aws_security_group.web.id]

  # Small, the data is on its own disk.

  associate_public_ip_address = true
  # instance_charge_type       = "PostPaid" # not migrated: billing is by use

  lifecycle {
    ignore_changes = [ami, user_data]
  }

  user_data = <<-EOT
    #!/bin/sh
    echo "bucket: ${aws_s3_bucket.media.bucket}"
  EOT

  root_block_device {
    volume_type = "gp3"
    volume_size = 40
  }
  ebs_block_device {
    volume_size = 100 # gigabytes
    volume_type = "gp3"
    device_name = "/dev/sdf"
    tags = {
      Name = "data"
    }
  }
}

resource "aws_ebs_volume" "logs" {
  tags      = { Name = "shop-logs" }
  availability_zone = "eu-central-1b"
  size      = 200
  type      = "gp2"
}

resource "aws_volume_attachment" "logs" {
  volume_id   = aws_ebs_volume.logs.id
  instance_id = aws_instance.web["a"].id
  device_name = "/dev/sdf"
}

resource "aws_lb" "web" {
  name               = "shop"
  internal           = false
  subnets            = [aws_subnet.private[0].id] # check: of type application it needs two zones
  # load_balancer_spec = "slb.s2.small" # not migrated: it scales by itself
  load_balancer_type = "network"
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.web.arn
  port             = 443
  protocol         = "TCP"
  # bandwidth        = -1 # not migrated: bandwidth is not bought

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.https.arn
  }
}

resource "aws_lb_target_group" "https" {
  port = 8443
}
