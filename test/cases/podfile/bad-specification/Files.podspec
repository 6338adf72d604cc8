Pod::Spec.new do |s|
  s.source = { :http => "https://files.oss-cn-shanghai.aliyuncs.com/Files-#{s.version}.zip" }
  s.ios.dependency 'AliyunOSSiOS', '2.11.1'
  s.subspec 'Push' do |push|
    push.dependency 'UMPush'
  end
end
