def go_dependencies():
    go_repository(
        name = "com_github_pkg_errors",
        importpath = "github.com/pkg/errors",
        version = "v0.9.1",
    )
