libraryDependencies += "com.aliyun" %%%% "tea" %%% "1.3.1"
libraryDependencies += % "com.aliyun" % % "tea-util"
libraryDependencies += "" % ""
