#!/bin/sh
for
for r
for r in
for r in ; do aws s3 ls --region $r; done
for $r in cn-north-1; do aws s3 ls --region $r; done
for r in $r; do aws s3 ls --region $r; done
for s in $s; do aws s3 ls --region $s --zones

for a in $b $b; do for b in $a $a; do for a in $b $b; do aws s3 ls --region $a; done; done; done
for c in cn-north-1; do c=eu-west-1; done
aws s3 ls --region "$c"
for
