module github.com/example/service

go 1.23.4

toolchain go1.23.4

require (
	github.com/gin-gonic/gin v1.10.0
	golang.org/x/sync v0.10.0 // indirect
)

retract v1.0.1 // broken upload

tool golang.org/x/tools/cmd/stringer
