region = "eu-west-3"

# Not read: nobody asks for it.
tags = { Site = "cn-north-1 is closed" }
