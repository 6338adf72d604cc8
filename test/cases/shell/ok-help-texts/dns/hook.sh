#!/usr/bin/env sh
hook_info='AlibabaCloud.com
Site: AlibabaCloud.com
Options:
 KEY_ID the id of the key
'
USAGE="Usage: hook.sh add|remove, with keys from https://console.huaweicloud.com"
add() {
  if [ -z "$KEY_ID" ]; then
    _err "Keys are to be had from https://open.dingtalk.com"
    return 1
  fi
  __log_warn "See https://www.feishu.cn for a token"
}
case "$1" in
  add) add "$2" ;;
  *) echo "$USAGE" >&2 ;;
esac
if grep -q 'mirrors.aliyun.com' /etc/apt/sources.list; then
  echo "A mirror is set"
fi
