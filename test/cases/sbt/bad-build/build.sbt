val ossVersion = "3.17.4"
resolvers += "aliyun" at "https://maven.aliyun.com/repository/public"
resolvers ++= Seq(MavenRepository("tencent", "https://mirrors.cloud.tencent.com/nexus/repository/maven-public/"))
libraryDependencies += "com.aliyun.oss" % "aliyun-sdk-oss" % ossVersion
libraryDependencies ++= Seq(
  // vendor-diligence-ignore-next-line tencent-cloud -- replaced in the next release
  "com.qcloud" % "cos_api" % "5.6.227",
  "com.aliyun" % "tea" % s"1.${3}.1" exclude("a", "b"),
)
