defmodule Files.MixProject do
  @oss "== 2.0.0"
  defp deps do
    [
      {:aliyun_oss, @oss},
      # vendor-diligence-ignore-next-line alibaba-cloud -- replaced in the next release
      {:aliyun_util, "~> 0.1", only: [:dev, :test]},
      {:sms, ">= 0.0.0", hex: :aliyun_api}
    ]
  end
end
