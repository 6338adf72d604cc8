provider "aws" {
  region = "us-east-1"
}

locals {
  model_host = "dashscope.aliyuncs.com"
}

resource "aws_lambda_function" "summarise" {
  function_name = "summarise"
  role          = aws_iam_role.summarise.arn
  runtime       = "python3.12"
  handler       = "app.handler"
  filename      = "app.zip"

  environment {
    variables = {
      DASHSCOPE_API_KEY = var.model_key
      OPENAI_BASE_URL   = "https://${local.model_host}/compatible-mode/v1"
      LOG_LEVEL         = "info"
    }
  }
}

resource "aws_ecs_task_definition" "chat" {
  family = "chat"
  container_definitions = jsonencode([
    {
      name  = "chat"
      image = "registry.cn-hangzhou.aliyuncs.com/example/chat:3"
      environment = [
        { name = "DEEPSEEK_BASE_URL", value = "https://api.deepseek.com/v1" },
      ]
    },
  ])
}

variable "model_key" {
  type      = string
  sensitive = true
}

resource "aws_iam_role" "summarise" {
  name               = "summarise"
  assume_role_policy = "{}"
}
