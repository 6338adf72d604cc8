defp deps do
  [{:example_files, "~> 1.2"}]
end
