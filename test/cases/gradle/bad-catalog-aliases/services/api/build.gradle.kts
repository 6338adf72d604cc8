dependencies {
    implementation(libs.aliyun.oss)
    implementation(libs.spring.core)
    runtimeOnly(libs.bundles.storage)
    testImplementation(libs.not.there)
}
