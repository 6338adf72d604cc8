FROM alpine:3.20
ARG NPM_REGISTRY=https://npm.example.com/repository/npm/
RUN sed -i 's/dl-cdn.alpinelinux.org/packages.example.com/g' /etc/apk/repositories \
 && apk add --no-cache nodejs npm \
 && npm config set registry "$NPM_REGISTRY"
ENV GOPROXY=https://proxy.golang.org,direct PIP_INDEX_URL=https://pypi.org/simple
