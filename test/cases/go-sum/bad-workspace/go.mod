module example.com/old

go 1.16

require github.com/example/storage v1.0.0
