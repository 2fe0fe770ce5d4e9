#!/usr/bin/env bash
# Installs this folder as a release of the site on a machine of one's own, or checks what is installed. Run it as root from the
# folder of the project; run it again after each change of code or kit: it changes only what differs. docs/own-machine.md explains.
#
#   deploy/install.sh --host thi-dua.example.gov.vn --proxy nginx    (or caddy, or none)
#   deploy/install.sh --check
#   deploy/install.sh --host … --no-start    (before a restore: database and services are left alone)
#   deploy/install.sh --host … --modules <folder>    (a machine without a way to npm: its node_modules, fetched elsewhere)
#
# ROOT=/some/folder writes below that folder, for a look at what would be installed, and starts nothing. With --start it does what
# follows, too, with the systemctl, systemd-run, curl and nginx that are first in PATH: tests/fixtures/machine.ts.
set -euo pipefail

ROOT=${ROOT:-}
HERE=$(cd "$(dirname "$0")/.." && pwd)
HOST='' PROXY=nginx CHECK=no MODULES=''
START=$([ -n "$ROOT" ] && echo no || echo yes)
while [ $# -gt 0 ]; do
	case $1 in
	--host) HOST=$2 && shift 2 ;;
	--proxy) PROXY=$2 && shift 2 ;;
	--check) CHECK=yes && shift ;;
	--modules) MODULES=$(cd "$2" && pwd) && shift 2 ;;
	--no-start) START=no && shift ;;
	--start) START=yes && shift ;;
	*) sed -n '2,12p' "$0" && exit 2 ;;
	esac
done
NODE=$(command -v node || true)
ENV_FILE=$ROOT/etc/thi-dua/env
UNITS=$ROOT/etc/systemd/system
RELEASES=$ROOT/opt/thi-dua/releases
CURRENT=$ROOT/opt/thi-dua/current
# All but the two that were put in place last.
old_releases() {
	find "$RELEASES" -mindepth 1 -maxdepth 1 -type d | while IFS= read -r folder; do
		printf '%s %s\n' "$(stat -c %Y "$folder/.installed" 2>/dev/null || echo 0)" "$folder"
	done | sort -rn | tail -n +3 | cut -d' ' -f2-
}
SERVICES='thi-dua-sync thi-dua-builder thi-dua-site'

say() { printf '%s\n' "$*"; }
fail() { printf 'LỖI: %s\n' "$*" >&2 && exit 1; }

# --- Checks: each prints one line; the script ends with 1 when one fails.
FAULTS=0
check() { # check <what> <command …>
	if "${@:2}" >/dev/null 2>&1; then say "tốt   $1"; else say "HỎNG  $1" && FAULTS=$((FAULTS + 1)); fi
}
is_new_node() { "$NODE" -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 24 ? 0 : 1)'; }
has_no_slot() { ! grep -v '^#' "$ENV_FILE" | grep -q '\[điền'; }
sets() { grep -Eq "^$1=.+" "$ENV_FILE"; }
sets_no_role() { ! grep -Eq '^(SERVE_ROLES|INTERNAL_PORT|HOST|PORT)=' "$ENV_FILE"; }
is_private() { [ "$(stat -c %a "$ENV_FILE")" = 640 ]; }
is_ready() { curl -fsS --max-time 5 "http://127.0.0.1:$1/ready"; }
has_space() { [ "$(df --output=pcent "$1" | tail -1 | tr -dc 0-9)" -lt 85 ]; }
has_fresh_backup() { find "$ROOT/var/backups/thi-dua" -maxdepth 1 -name '20*Z' -mmin -1560 | grep -q .; }
is_cert_good() { openssl x509 -checkend 1209600 -noout -in "$ROOT/etc/thi-dua/tls/cert.pem"; }
value_of() { sed -n "s/^$1=//p" "$ENV_FILE" | tail -1 | tr -d '"'; }
opens_itself() { # as the sync does, which asks the public address what it serves
	NODE_EXTRA_CA_CERTS=$(value_of NODE_EXTRA_CA_CERTS) SITE_URL=$(value_of SITE_URL) "$NODE" -e 'fetch(new URL("/api/v1/build.json", process.env.SITE_URL)).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))'
}
run_here() { systemctl is-active "$1"; }

if [ $CHECK = yes ]; then
	check "Node 24 trở lên: ${NODE:-không thấy}" is_new_node
	check "tệp cấu hình $ENV_FILE" test -s "$ENV_FILE"
	check 'tệp cấu hình chỉ root và thi-dua đọc được (0640)' is_private
	check 'tệp cấu hình không còn chỗ [điền: …]' has_no_slot
	check 'tệp cấu hình không đặt SERVE_ROLES, INTERNAL_PORT, HOST, PORT' sets_no_role
	for name in SITE_URL DATABASE_URL RECEIPT_SECRET RECEIPT_SIGNING_KEY AIRTABLE_TOKEN AIRTABLE_BASE_ID; do
		check "đã đặt $name" sets $name
	done
	check "bản đang chạy $CURRENT" test -f "$CURRENT/scripts/serve.ts"
	check 'trang đã được dựng' test -f "$ROOT/var/lib/thi-dua/builds/current/site/index.html"
	check 'chứng chỉ còn hạn hơn 14 ngày' is_cert_good
	check 'có bản sao lưu trong 26 giờ qua' has_fresh_backup
	for folder in /var/lib/thi-dua /var/backups/thi-dua; do
		check "đĩa của $folder còn trên 15 %" has_space "$ROOT$folder"
	done
	if [ -z "$ROOT" ]; then
		for unit in thi-dua.socket $(printf '%s.service ' $SERVICES) thi-dua-backup.timer thi-dua-erasures.timer; do
			check "đang chạy $unit" run_here "$unit"
		done
		check 'trang sẵn sàng (9464)' is_ready 9464
		check 'đồng bộ sẵn sàng (9465)' is_ready 9465
		check 'dựng trang sẵn sàng (9466)' is_ready 9466
		check 'máy này mở được SITE_URL (không được: docs/own-machine.md, “Ways out”)' opens_itself
	fi
	[ $FAULTS = 0 ] || fail "$FAULTS chỗ hỏng"
	exit 0
fi

# --- Install
[ -n "$HOST" ] || fail 'thiếu --host, ví dụ: --host thi-dua.example.gov.vn'
case $PROXY in nginx) GROUP=www-data ;; caddy) GROUP=caddy ;; none) GROUP=thi-dua ;; *) fail '--proxy nginx, caddy hoặc none' ;; esac
[ -n "$ROOT" ] || [ "$(id -u)" = 0 ] || fail 'hãy chạy bằng root'
[ -n "$NODE" ] && is_new_node || fail 'cần Node 24 trở lên trong PATH của root, ví dụ /usr/local/bin/node'

own() { [ -n "$ROOT" ] || chown "$@"; }
fill() { sed -e "s|@HOST@|$HOST|g" -e "s|@NODE@|$NODE|g" -e "s|@PROXY_GROUP@|$GROUP|g" "$1"; }
place() { # place <from> <to>: writes the filled-in file where it differs
	fill "$1" >"$2.new"
	if cmp -s "$2.new" "$2"; then rm "$2.new"; else mv "$2.new" "$2" && say "ghi   $2"; fi
}

# 1. A user of its own, and folders.
[ -n "$ROOT" ] || id thi-dua >/dev/null 2>&1 || useradd --system --home-dir /var/lib/thi-dua --shell /usr/sbin/nologin thi-dua
mkdir -p "$RELEASES" "$UNITS" "$ROOT"/etc/thi-dua/tls "$ROOT"/var/{lib,cache,backups}/thi-dua
own thi-dua:thi-dua "$ROOT"/var/{lib,cache,backups}/thi-dua
chmod 700 "$ROOT/var/backups/thi-dua"

# 2. The release, named after its content, with what it needs from npm.
pack() { tar -C "$HERE" --exclude=./node_modules --exclude=./.git --exclude=./.local --exclude=./.astro --exclude=./dist --exclude=./test-results --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - .; }
NAME=$(pack | sha256sum | cut -c1-12)
RELEASE=$RELEASES/$NAME
if [ ! -f "$RELEASE/.installed" ]; then
	mkdir -p "$RELEASE" && pack | tar -xf - -C "$RELEASE"
	if [ -n "$MODULES" ]; then
		mkdir -p "$RELEASE/node_modules" && cp -a "$MODULES/." "$RELEASE/node_modules/"
	else
		(cd "$RELEASE" && npm ci --omit=dev --no-audit --no-fund)
	fi
	mkdir -p "$RELEASE"/.astro "$RELEASE"/node_modules/.astro "$RELEASE"/node_modules/.vite
	own -R thi-dua:thi-dua "$RELEASE"/.astro "$RELEASE"/node_modules/.astro "$RELEASE"/node_modules/.vite
	touch "$RELEASE/.installed" && say "ghi   $RELEASE"
fi

# 3. Settings: made once, never replaced. The secrets are made here.
if [ ! -f "$ENV_FILE" ]; then
	keys=$(cd "$RELEASE" && "$NODE" scripts/receipt-key.ts)
	(umask 027 && fill "$HERE/deploy/thi-dua.env" | while IFS= read -r line; do
		case $line in RECEIPT_SECRET= | RECEIPT_SIGNING_KEY=) printf '%s\n' "$keys" | grep "^$line" ;; *) printf '%s\n' "$line" ;; esac
	done >"$ENV_FILE")
	chmod 640 "$ENV_FILE" && own root:thi-dua "$ENV_FILE"
	say "ghi   $ENV_FILE: hãy điền các chỗ [điền: …], cất một bản RECEIPT_SECRET và RECEIPT_SIGNING_KEY ở nơi khác"
fi

# 4. Units and proxy.
for unit in "$HERE"/deploy/systemd/*; do place "$unit" "$UNITS/$(basename "$unit")"; done
case $PROXY in
nginx) mkdir -p "$ROOT/etc/nginx/conf.d" && place "$HERE/deploy/proxy/nginx.conf" "$ROOT/etc/nginx/conf.d/thi-dua.conf" ;;
caddy) mkdir -p "$ROOT/etc/caddy" && place "$HERE/deploy/proxy/Caddyfile" "$ROOT/etc/caddy/Caddyfile" ;;
esac
has_no_slot || { say "Dừng ở đây: điền xong $ENV_FILE rồi chạy lại lệnh này." && exit 2; }
if [ "$START" = no ]; then
	ln -sfn "releases/$NAME" "$CURRENT"
	if [ -z "$ROOT" ]; then systemctl daemon-reload; fi
	exit 0
fi

# 5. The database first, then the code that wants it; the release before it stays for a way back.
as_site() { systemd-run --quiet --pipe --wait --uid=thi-dua --working-directory="$RELEASE" -p EnvironmentFile="$ENV_FILE" "$@"; }
as_site "$NODE" scripts/migrate.ts
ln -sfn "releases/$NAME" "$CURRENT.new" && mv -T "$CURRENT.new" "$CURRENT"
systemctl daemon-reload
systemctl enable --quiet --now thi-dua.socket thi-dua-backup.timer thi-dua-erasures.timer
for service in thi-dua-sync thi-dua-builder; do systemctl enable --quiet "$service" && systemctl restart "$service"; done
systemctl enable --quiet thi-dua-site
case $PROXY in
nginx) nginx -t -q && systemctl enable --quiet nginx && systemctl reload-or-restart nginx ;;
caddy) caddy validate --adapter caddyfile --config "$ROOT/etc/caddy/Caddyfile" >/dev/null && systemctl restart caddy ;;
esac

# 6. The site goes on with the code before until the build of this code stands: functions fill pages of their own build.
wait_for() { # wait_for <port> <seconds>
	for _ in $(seq $(($2 / 5))); do
		is_ready "$1" >/dev/null 2>&1 && return 0
		sleep 5
	done
	return 1
}
wait_for 9466 900 || fail 'sau 15 phút bản dựng của mã mới chưa xong; trang vẫn chạy mã cũ. Xem: journalctl -u thi-dua-builder -n 50'
systemctl restart thi-dua-site
wait_for 9464 60 || fail 'sau một phút trang chưa sẵn sàng. Xem: journalctl -u thi-dua-site -n 50'

# 7. This release and the one before it stay.
touch "$RELEASE/.installed"
old_releases | while IFS= read -r old; do rm -rf "${old:?}" && say "xóa   $old"; done
say "Trang sẵn sàng: https://$HOST"
