[{:__proto__, "1.0"}, {:constructor, git: ""}]
