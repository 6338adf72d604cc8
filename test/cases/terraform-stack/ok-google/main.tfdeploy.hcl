deployment "eu" {
  inputs = {
    region = "europe-west4"
  }
}
