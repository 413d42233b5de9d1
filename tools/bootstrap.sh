#!/usr/bin/env bash
# Leaves an environment ready for one of the locks: tools/bootstrap.sh build|dev|lock|audit
#
# What builds and tests the site goes to .venv; what makes and audits the locks, to .cache/NAME,
# so that none of it is there when a site is built.
#
# A stamp named after the hash of the lock tells that it is installed, so a second run costs
# nothing and a changed lock is installed by itself. PYTHON chooses the interpreter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly set_name=${1:?"uso: tools/bootstrap.sh build|dev|lock|audit"}
case $set_name in
    build | dev) readonly venv=.venv ;;
    *) readonly venv=.cache/$set_name ;;
esac
readonly lock=requirements/$set_name.lock
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }
die() { say "Error: $*"; exit 1; }
sha256() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
stamp_of() { printf '%s/.%s-%s' "$venv" "$1" "$(sha256 "requirements/$1.lock" | cut -c1-16)"; }

# Installs a Debian package when that needs no question: as root or with sudo without password.
apt_install() {
    command -v apt-get >/dev/null || return 1
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    say "Instalando $* con apt-get…"
    "${as_root[@]}" apt-get update -qq >&2 &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "$@" >&2
}

can_make_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

make_venv() {
    command -v "$python" >/dev/null ||
        die "no se encontró «$python»; instálelo con: apt-get install python3 python3-venv"
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        die "se necesita Python 3.11 o posterior y «$python» es $("$python" -V 2>&1);" \
            "indique otro así: make PYTHON=python3.12 site"
    can_make_venv || apt_install python3-venv || true
    can_make_venv ||
        die "a «$python» le falta el módulo venv; instálelo con: apt-get install python3-venv"
    say "Creando el entorno de Python en $venv…"
    # --clear: a half-made folder of an interrupted run is made anew.
    "$python" -m venv --clear "$venv"
}

# The continuous integration tries the site on real web servers; nobody else is made to run one.
if [ "$set_name" = dev ] && [ -n "${CI:-}" ]; then
    for server in nginx caddy; do
        PATH=$PATH:/usr/sbin command -v "$server" >/dev/null || apt_install "$server" ||
            die "no se pudo instalar $server, que las pruebas necesitan: apt-get install $server"
    done
fi

stamp=$(stamp_of "$set_name")
if [ -e "$stamp" ] && "$venv/bin/python" -c '' 2>/dev/null; then exit 0; fi

"$venv/bin/python" -m pip --version >/dev/null 2>&1 || make_venv

say "Instalando los paquetes de $lock (una sola vez, cerca de un minuto)…"
"$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
    --require-hashes --only-binary :all: -r "$lock" ||
    die "no se pudieron instalar los paquetes de $lock; revise la conexión y repita la orden."

rm -f "$venv/.$set_name"-*
touch "$stamp"
# The development lock holds everything that the build lock does.
if [ "$set_name" = dev ]; then rm -f "$venv"/.build-*; touch "$(stamp_of build)"; fi
