defmodule Empty.MixProject do
  def project, do: [app: :empty, aliases: [{:test, ["a"]}]]
end
