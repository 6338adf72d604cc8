apply(plugin = "com.huawei.agconnect")
subprojects {
    apply(plugin = "org.jetbrains.kotlin.android")
}
