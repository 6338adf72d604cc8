libraryDependencies ++= Seq(
  "com.aliyun.oss" % "aliyun-sdk-oss" % "3.17.4",
  "com.aliyun" % "tea" %
  "com.al
