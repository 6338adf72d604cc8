Gem::Specification.new do |s|
  s.add_runtime_dependency 'aliyun-oss-sdk', '0.1.8'
  s.add_development_dependency('fog-aliyun', ["~> 0.4"])
end
