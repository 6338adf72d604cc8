defp deps do
  [
    {:aliyun_oss, "~> 2.0"},
    {:aliyun_util, "~>
