terraform {
  source = "tfr:///terraform-alicloud-modules/slb/alicloud?version=1.8.0"

  extra_arguments "mirror" {
    commands = ["init"]
    env_vars = {
      ALICLOUD_REGION = "cn-shanghai"
      TF_CLI_CONFIG   = "mirror.tfrc"
    }
  }

  before_hook "pull" {
    commands = ["plan"]
    execute  = ["sh", "-c", "pip install -i https://mirrors.aliyun.com/pypi/simple checkov"]
  }
}
