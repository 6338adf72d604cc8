/**
 * Builtins of shells, keywords of PowerShell, utilities of every system, and build tools: which of them a script calls says
 * nothing.
 */
export const ORDINARY_TOOLS: ReadonlySet<string> = new Set(
  (
    'alias bg bind break builtin caller case cd command compgen complete continue declare dirs disown echo enable ' +
    'esac eval exec exit export false fc fg for function getopts hash help history if in jobs kill let local logout ' +
    'mapfile popd printf pushd pwd read readarray readonly return select set shift shopt source test then times trap ' +
    'true type typeset ulimit umask unalias unset until wait while ' +
    'begin catch class data dynamicparam elseif end enum filter finally foreach hidden param process static switch throw ' +
    'trap try using workflow ' +
    'apk apt apt-get apt-key awk base64 basename brew bunzip2 bzip2 cat chgrp chmod chown chsh cksum clear cmp comm cp ' +
    'crontab curl cut date dd df diff dig dirname dnf dpkg du egrep env expand expr fgrep file find flock fold free ' +
    'gawk getconf getent getopt git gpg grep groupadd groups gunzip gzip head hostname iconv id install ip iptables ' +
    'join journalctl jq killall ldconfig less ln locale ls lsb-release lsof make md5sum mkdir mkfifo mktemp modprobe ' +
    'more mount mv nc netstat nice nl nohup nproc nslookup od openssl passwd paste patch pgrep ping pkill printenv ps ' +
    'readlink realpath renice reset rev rm rmdir rpm rsync scp sed seq service sftp sha1sum sha256sum sha512sum ' +
    'shasum shuf sleep sort split ssh ssh-add ssh-agent ssh-keygen ssh-keyscan stat strip stty su sudo sync sysctl ' +
    'systemctl tac tail tar tee timeout touch tput tr truncate tty umount uname uniq unxz unzip update-alternatives ' +
    'useradd usermod users wc wget which who whoami xargs xz yes yum zcat zip zypper ' +
    'bash dash fish ksh sh zsh perl php python python2 python3 ruby node deno bun java javac go cargo rustc rustup ' +
    'gcc clang cmake ninja meson mvn gradle ant sbt dotnet msbuild npm npx pnpm yarn pip pip3 pipx uv poetry gem ' +
    'bundle composer docker podman buildah skopeo'
  ).split(' '),
);
