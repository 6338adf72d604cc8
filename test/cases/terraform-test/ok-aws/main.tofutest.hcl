provider "aws" {
  region = "eu-central-1"
}

run "plan" {
  command = plan
  module {
    source = "./fixtures/network"
  }
}
