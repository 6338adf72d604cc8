#!/bin/sh
if [ "$NEAR" = 1 ]; then
  :
fi
near() {
  npm ci
}
