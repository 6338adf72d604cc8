module "example.com/x"
require "github.com/pkg/errors" v0.9.1
require `go.uber.org/zap` v1.27.0
