# shellcheck shell=bash
# What ./onboard needs before it can do anything: packages, a JDK, the secrets and settings in .env.
# To be sourced at the root.

# shellcheck source=scripts/local.sh
source scripts/local.sh

root=$PWD
home=$root/.onboard
logs=$home/logs

note() { printf '  %s\n' "$*"; }
fail() { say "$*"; exit 1; }

# logged LOG LABEL COMMAND...: its output goes to the log, whose end is shown where it fails.
logged() {
  note "$2 (${1#"$root/"})"
  "${@:3}" </dev/null >"$1" 2>&1 9>&- || fail_with_log "This failed: $2" "$1"
}

fail_with_log() {
  say $'\n'"$1. The end of its log:"$'\n'
  tail -n 20 "$2" >&2 || true
  fail $'\n'"The whole log: $2"
}

# ---- packages and Java ----------------------------------------------------------------------------------------------

# need COMMAND PACKAGE: notes the package where the command is missing.
packages=()
need() { command -v "$1" >/dev/null || packages+=("$2"); }
need_java() { [[ -n ${JAVA_HOME:-} ]] || need javac default-jdk-headless; }

install_packages() {
  [[ ${#packages[@]} != 0 ]] || return 0
  local command="apt-get update && apt-get install -y --no-install-recommends ${packages[*]}"
  command -v apt-get >/dev/null || fail "Missing: ${packages[*]} (Debian's names). Install them and try again."
  [[ $(id -u) == 0 ]] || fail "Something is missing. Install it and try again:"$'\n\n'"  sudo sh -c '$command'"$'\n'
  prepare_folder
  DEBIAN_FRONTEND=noninteractive logged "$logs/apt.log" "installing ${packages[*]}" sh -c "$command"
}

prepare_folder() { (umask 077 && mkdir -p "$logs"); }

choose_java() {
  [[ -n ${JAVA_HOME:-} ]] || JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  (($(java_version "$JAVA_HOME") >= 17)) || fail "$JAVA_HOME is not a JDK of Java 17 or newer. Set JAVA_HOME to one."
  export JAVA_HOME PATH=$JAVA_HOME/bin:$PATH
}

# java_version JDK: 17, or 0 where it is no JDK.
java_version() { [[ $("$1/bin/javac" -version 2>&1) =~ javac\ ([0-9]+) ]] && echo "${BASH_REMATCH[1]}" || echo 0; }

# newest_java VERSION: the newest JDK of this version or above, that of JAVA_HOME among equals; nothing where there is none.
newest_java() {
  local jdk newest='' version=$(($1 - 1))
  for jdk in "$JAVA_HOME" /usr/lib/jvm/*; do
    (($(java_version "$jdk") <= version)) || { newest=$jdk; version=$(java_version "$jdk"); }
  done
  echo "$newest"
}

# ---- .env -----------------------------------------------------------------------------------------------------------

secrets=(TASK_AMQP_PASSWORD MAIL_AMQP_PASSWORD WEB_AMQP_PASSWORD MONITORING_PASSWORD
  POSTGRES_PASSWORD TASK_DB_PASSWORD MAIL_DB_PASSWORD WEB_DB_PASSWORD MAIL_KEY TASK_KEY ONBOARD_ADMIN_TOKEN REDMINE_API_KEY)

# Adds the secrets that .env does not have; what stands there stays.
write_secrets() {
  local name missing=()
  for name in "${secrets[@]}"; do
    grep -qs "^$name=." .env || missing+=("$name=$(random_secret "$name")")
  done
  [[ ! -f .env ]] || chmod go= .env
  [[ ${#missing[@]} != 0 ]] || return 0
  note 'writing random passwords to .env'
  (
    umask 077
    {
      [[ ! -f .env ]] || awk 1 .env
      echo "# Secrets of this installation, written by ./onboard; settings may be added, see .env.example."
      printf '%s\n' "${missing[@]}"
    } >.env.new
  )
  mv .env.new .env
}

# Redmine takes keys of 40 letters and digits.
random_secret() {
  case $1 in
    REDMINE_API_KEY) head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n' ;;
    *) head -c 30 /dev/urandom | base64 | tr '+/' '-_' ;;
  esac
}

# Reads .env as Compose does: what the environment already has stays, and of two lines the last one counts.
read_settings() {
  local line name
  while IFS= read -r line; do
    [[ $line =~ ^([A-Z][A-Z0-9_]*)=(.*)$ ]] || continue
    name=${BASH_REMATCH[1]}
    [[ -v $name ]] || printf -v "$name" %s "$(unquoted "${BASH_REMATCH[2]}")"
  done < <(awk 1 .env 2>/dev/null | tac)
}

unquoted() {
  local value=$1
  if [[ $value =~ ^\"([^\"]*)\" || $value =~ ^\'([^\']*)\' ]]; then
    value=${BASH_REMATCH[1]}
  else
    value=${value%%[[:space:]]#*}
    value=${value%"${value##*[![:space:]]}"}
  fi
  printf %s "$value"
}
