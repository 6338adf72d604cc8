object Dependencies {
  val core = "com.aliyun" % "aliyun-java-sdk-core" % Versions.core
  object Versions { val core = "4.6.4" }
}
