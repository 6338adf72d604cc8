defmodule Shop.MixProject do
  use Mix.Project

  @version "0.1.0"

  def project do
    [
      app: :shop,
      version: @version,
      deps: deps(),
      source_url: "https://codeup.aliyun.com/example/shop"
    ]
  end

  defp deps do
    [
      {:phoenix, "~> 1.7.14"},
      {:jason, "1.4.4"},
      {:core, path: "../core"},
      {:shared, in_umbrella: true},
      # {:aliyun_oss, "~> 2.0"},
      {:esbuild, "~> 0.8", runtime: Mix.env() == :dev}
    ]
  end
end
