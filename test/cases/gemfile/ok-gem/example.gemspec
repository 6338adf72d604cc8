Gem::Specification.new do |spec|
  spec.name = "example"
  spec.homepage = "https://www.aliyun.com"
  spec.metadata["source_code_uri"] = "https://codeup.aliyun.com/example"
  spec.description = <<~TEXT
    Moves files from https://oss-cn-hangzhou.aliyuncs.com
  TEXT
  spec.add_dependency "rack", ">= 2.2", "< 4"
end
