libraryDependencies += "com.aliyun" % "tea" % "1.3.1"
/* never closed
libraryDependencies += "com.aliyun" % "tea-util" % "1"
