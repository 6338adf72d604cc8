identity_token "aws" {
  audience = ["aws.workload.identity"]
}

deployment "production" {
  inputs = {
    regions        = ["eu-central-1", "us-east-1"]
    role_arn       = "arn:aws:iam::111111111111:role/stacks"
    identity_token = identity_token.aws.jwt
  }
}
