def deps, do: [{:files, git: "https://codeup.aliyun.com/example/files.git", tag: "1.0"}]
