source "https://gems.example.com" do
  gem "example-files"
end
source("https://mirrors.cloud.tencent.com/rubygems") { gem "example-images" }
gem "other", source: "https://mirrors.aliyun.com/rubygems"
gem "files", git: "https://codeup.aliyun.com/example/files.git", tag: "v1"
