defp deps do
  [{:example, github: "example/example", branch: "main"}]
end
