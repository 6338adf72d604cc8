Pod::Spec.new do |s|
  s.name = 'Files'
  s.homepage = 'https://www.aliyun.com'
  s.source = { :git => 'https://github.com/example/files.git', :tag => s.version.to_s }
  s.dependency 'Alamofire', '~> 5.9'
end
