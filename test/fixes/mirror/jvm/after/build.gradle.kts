repositories {
    maven("https://maven.google.com")
    maven { url = uri("https://plugins.gradle.org/m2") }
    mavenCentral()
}
