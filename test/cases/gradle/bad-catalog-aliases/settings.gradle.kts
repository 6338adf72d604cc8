dependencyResolutionManagement {
    repositories {
        maven(url = "https://maven.aliyun.com/repository/central")
    }
}
