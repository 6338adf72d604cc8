plugins {
    id("com.google.protobuf") version "0.9.4"
    kotlin("plugin.spring") version "2.0.20" apply false
}

val mirror = "https://repo.huaweicloud.com/repository"

repositories {
    maven("https://maven.aliyun.com/repository/google")
    maven {
        name = "huawei"
        url = uri("$mirror/maven/")
    }
    exclusiveContent {
        forRepository { maven { setUrl("https://mirrors.cloud.tencent.com/nexus/repository/maven-public/") } }
        filter { includeGroup("com.example") }
    }
}

val ossVersion: String by project

dependencies {
    implementation(platform("com.aliyun:alibabacloud-sdk-bom:1.0.0"))
    // vendor-diligence-ignore-next-line alibaba-cloud -- replaced in the next release
    implementation("com.aliyun.oss:aliyun-sdk-oss:$ossVersion") {
        because("file uploads")
    }
    testImplementation(kotlin("test"))
}
