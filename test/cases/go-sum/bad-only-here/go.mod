module example.com/a

require github.com/example/storage v1.0.0
