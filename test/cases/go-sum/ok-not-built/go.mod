module example.com/shop

go 1.22.4

require github.com/example/storage v1.0.0

require github.com/example/retry v0.4.1 // indirect
