# shellcheck shell=bash
# Onboard as plain processes on 127.0.0.1, all under .onboard/: built, started, stopped. To be sourced at the root.

# shellcheck source=scripts/tools.sh
source scripts/tools.sh

app=$home/app run=$home/run
programs=(sandbox task mail web)
parts=(rabbitmq postgres "${programs[@]}")

start_processes() {
  local part
  need_java
  need mvn maven
  need curl curl
  need jq jq
  need xz xz-utils
  need rabbitmq-server rabbitmq-server
  install_packages
  choose_java
  mkdir -p "$run" "$app"
  ln -sf ../rabbitmq/broker.log "$logs/rabbitmq.log"
  ln -sf ../postgres/postgres.log "$logs/postgres.log"
  build
  start rabbitmq
  start postgres
  # shellcheck source=/dev/null
  source <(cat "$home"/{rabbitmq,postgres}/ports.env)
  choose_ports
  point_at_sandbox
  for part in "${programs[@]}"; do start "$part"; done
  await "${programs[@]}"
}

stop_processes() {
  # The services first: they finish what they have in hand.
  stop task mail web
  stop sandbox
  stop rabbitmq
  stop postgres
}

# ---- programs -------------------------------------------------------------------------------------------------------

build() {
  local part
  ! built || return 0
  touch "$run/building"
  logged "$logs/build.log" 'building with Maven, which takes minutes the first time' mvn -q -B -DskipTests -P '!lint' package
  for part in "${programs[@]}"; do install_program "$part"; done
  mv "$run/building" "$run/built"
}

# Everything that the programs are made of is older than the last build. A folder's time tells of deleted files.
built() { [[ -f $run/built && -z $(find pom.xml ./*/pom.xml ./*/src/main -newer "$run/built" -print -quit) ]]; }

# The programs run from copies, so that a build does not pull them out from under a running service.
install_program() {
  local target=$1-service/target jar=$1-service.jar
  [[ $1 != sandbox ]] || target=sandbox/target jar=sandbox.jar
  ! cmp -s "$target/$jar" "$app/$1/app.jar" || return 0
  stop "$1"
  rm -rf "${app:?}/$1"
  mkdir -p "$app/$1"
  cp "$target/$jar" "$app/$1/app.jar"
  [[ $1 != sandbox ]] || cp -r sandbox/target/lib "$app/$1/"
}

# ---- settings -------------------------------------------------------------------------------------------------------

# The ports of the parts that run stay; else the wanted ones where they are free, else free ones.
choose_ports() {
  local part name usual
  while read -r part name usual; do
    if alive "$part"; then
      printf -v "$name" %s "$(sed -n "s/^$name=//p" "$run/ports.env")"
    else
      usual=${!name:-$usual}
      pick_port "$name" "$usual"
      [[ ${!name} == "$usual" ]] || note "port $usual is taken, so $part has ${!name}"
    fi
    printf '%s=%s\n' "$name" "${!name}" >>"$run/ports.new"
  done <<'PORTS'
sandbox SANDBOX_HTTP_PORT 8085
sandbox SANDBOX_SMTP_PORT 1025
sandbox SANDBOX_IMAP_PORT 1143
sandbox SANDBOX_WEBADMIN_PORT 8000
task TASK_PORT 8080
mail MAIL_PORT 8081
web WEB_PORT 8082
task TASK_MANAGEMENT_PORT 9080
mail MAIL_MANAGEMENT_PORT 9081
web WEB_MANAGEMENT_PORT 9082
PORTS
  mv "$run/ports.new" "$run/ports.env"
}

# Where .env names no real servers. The links in mails lead to this machine.
point_at_sandbox() {
  : "${JAMES_WEBADMIN_URL:=http://127.0.0.1:$SANDBOX_WEBADMIN_PORT}"
  : "${SMTP_HOST:=127.0.0.1}" "${SMTP_PORT:=$SANDBOX_SMTP_PORT}"
  : "${PUBLIC_URL:=http://127.0.0.1:$MAIL_PORT}"
  : "${SLACK_WEBHOOK_URL=http://127.0.0.1:$SANDBOX_HTTP_PORT/services/T0/B0/sandbox}"
}

# Sets `settings`, the environment of a part: those of these names that are not empty, and a service's own.
settings_of() {
  local name names port=${1^^}_PORT management=${1^^}_MANAGEMENT_PORT database=${1^^}_DB_PASSWORD broker=${1^^}_AMQP_PASSWORD
  case $1 in
    rabbitmq) names=(TASK_AMQP_PASSWORD MAIL_AMQP_PASSWORD WEB_AMQP_PASSWORD MONITORING_PASSWORD) ;;
    postgres) names=(TASK_DB_PASSWORD MAIL_DB_PASSWORD WEB_DB_PASSWORD) ;;
    sandbox) names=(ONBOARD_DOMAIN SANDBOX_{HTTP,SMTP,IMAP,WEBADMIN}_PORT) ;;
    task) names=(ONBOARD_{ADMIN_TOKEN,DOMAIN,LANGUAGE,WATCHDOG_SILENCE} NAMING_RULE TASK_KEY PUBLIC_URL FORWARD_HEADERS
      LINK_VALID ALERT_WEBHOOK_URL) ;;
    mail) names=(ONBOARD_{DOMAIN,LANGUAGE} MAIL_KEY PUBLIC_URL FORWARD_HEADERS SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES
      LINK_VALID READ_MAIL_{WEBMAIL,IMAP,SMTP} MAIL_TEMPLATES MAIL_FROM JAMES_WEBADMIN_{URL,TOKEN,PASSWORD}
      SMTP_{HOST,PORT,USERNAME,PASSWORD,STARTTLS_REQUIRED}) ;;
    web) names=(SLACK_{WEBHOOK_URL,BOT_TOKEN,CHANNEL,API_URL} REDMINE_{URL,API_KEY}) ;;
  esac
  [[ $1 != @(task|mail|web) ]] ||
    names+=(RETENTION_FINISHED LOG_FORMAT OTEL_EXPORTER_OTLP_{ENDPOINT,HEADERS} OTEL_TRACES_SAMPLER{,_ARG})
  settings=()
  for name in "${names[@]}"; do [[ -z ${!name:-} ]] || settings+=("$name=${!name}"); done
  [[ $1 == @(task|mail|web) ]] || return 0
  settings+=("ROLES_FILE=$root/roles.yml" SERVER_ADDRESS=127.0.0.1 "SERVER_PORT=${!port}"
    MANAGEMENT_SERVER_ADDRESS=127.0.0.1 "MANAGEMENT_SERVER_PORT=${!management}"
    "SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$POSTGRES_PORT/onboard" "SPRING_DATASOURCE_PASSWORD=${!database}"
    SPRING_RABBITMQ_HOST=127.0.0.1 "SPRING_RABBITMQ_PORT=$AMQP_PORT" "SPRING_RABBITMQ_PASSWORD=${!broker}")
}

# ---- one part -------------------------------------------------------------------------------------------------------

# Leaves the part alone where it runs with the settings of now.
start() {
  local settings sum
  settings_of "$1"
  sum=$({
    printf '%s\n' "${settings[@]}"
    case $1 in rabbitmq | postgres) cat "$1"/* ;; task | mail | web) cat roles.yml ;; esac
  } | sha256sum)
  if alive "$1"; then
    [[ $sum != "$(cat "$run/$1.sum" 2>/dev/null)" ]] || { note "$1 runs"; return; }
    note "$1 has other settings now and starts again"
    stop "$1"
  fi
  echo "$sum" >"$run/$1.sum"
  case $1 in
    rabbitmq | postgres) run_script "$1" ;;
    *) run_program "$1" ;;
  esac
}

run_script() (
  export "${settings[@]}"
  logged "$logs/$1-start.log" "starting $1" "./$1/local" start "$home/$1"
)

# The program has no environment but its settings and what is named here.
run_program() {
  local names
  note "starting $1"
  [[ ! -f $logs/$1.log ]] || mv "$logs/$1.log" "$logs/$1.log.1"
  (
    umask 077
    mapfile -t names < <(compgen -e | grep -vxE 'PATH|HOME|TZ|JAVA_TOOL_OPTIONS')
    export -n "${names[@]}"
    # Java 17 takes the character set of files and names from the language.
    export "${settings[@]}" LC_ALL=C.UTF-8 "ONBOARD_PART=$home $1"
    cd "$run" || exit
    exec setsid "$JAVA_HOME/bin/java" -Xms40m -Xmn24m -Xmx384m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -jar "$app/$1/app.jar"
  ) </dev/null >"$logs/$1.log" 2>&1 9>&- &
  echo $! >"$run/$1.pid"
}

# await PROGRAM...: returns when all are ready, 120 s from now at most.
await() {
  local part end=$((SECONDS + 120))
  for part in "$@"; do
    until ready "$part"; do
      [[ -e /proc/$(<"$run/$part.pid")/exe ]] || fail_with_log "$part ended while it started" "$logs/$part.log"
      ((SECONDS < end)) || fail_with_log "$part is not ready after 120 s" "$logs/$part.log"
      sleep 0.3
    done
    note "$part is ready"
  done
}

ready() {
  local port=${1^^}_PORT
  case $1 in
    rabbitmq | postgres) alive "$1" ;;
    sandbox) answers "http://127.0.0.1:$SANDBOX_HTTP_PORT/health" ;;
    *) answers "http://127.0.0.1:${!port}/readyz" ;;
  esac
}
answers() { curl --silent --fail --max-time 2 --output /dev/null "$1"; }

# stop PART...: all at once; each has 75 s for what it has in hand.
stop() {
  local part
  for part in "$@"; do
    ! alive "$part" || note "stopping $part"
    case $part in
      rabbitmq | postgres) [[ ! -d $home/$part ]] || "./$part/local" stop "$home/$part" 9>&- ;;
      *) ! alive "$part" || kill "$pid" || true ;;
    esac
  done
  for part in "$@"; do
    wait_until 75 gone "$part" || { note "$part has not stopped within 75 s and is killed"; kill -9 "$pid" || true; }
    wait_until 10 gone "$part"
    rm -f "$run/$part".{pid,sum}
  done
}

# alive PART: its process runs, as `pid`, and is ours, which a variable or an argument of it tells: ids are recycled.
alive() {
  case $1 in
    rabbitmq) has_pid "$home/rabbitmq/beam.pid" && marked "HOME=$home/rabbitmq/home" environ ;;
    postgres) has_pid "$home/postgres/data/postmaster.pid" && marked "$home/postgres/data" cmdline ;;
    *) has_pid "$run/$1.pid" && marked "ONBOARD_PART=$home $1" environ ;;
  esac
}
has_pid() { read -r pid 2>/dev/null <"$1"; }
marked() { grep -qzxF "$1" "/proc/$pid/$2" 2>/dev/null; }
gone() { ! alive "$1"; }

any_alive() {
  local part
  for part in "${parts[@]}"; do ! alive "$part" || return 0; done
  return 1
}
