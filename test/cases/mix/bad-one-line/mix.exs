defp deps, do: [{:lib_oss, "0.2.1"}, {:cozy_oss, "~> 0.1"}]
