dependencies {
    implementation(("com.aliyun:aliyun-java-sdk-core:4.6.4")
}
repositories { maven("https://maven.aliyun.com/repository/public" }
