repositories {
    maven("https://maven.aliyun.com/repository/google")
    maven { url = uri("https://maven.aliyun.com/repository/gradle-plugin") }
    mavenCentral()
}
