site = "china"
