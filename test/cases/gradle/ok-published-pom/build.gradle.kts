plugins {
    `maven-publish`
    kotlin("jvm") version "2.0.20"
}

publishing {
    publications.create<MavenPublication>("main") {
        pom {
            url.set("https://gitee.com/example/orders")
            scm { connection.set("scm:git:https://gitee.com/example/orders.git") }
        }
    }
}
