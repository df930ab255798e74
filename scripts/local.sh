# shellcheck shell=bash
# What ./onboard, rabbitmq/local and postgres/local share: one caller at a time, free ports, waiting. To be sourced.

say() { printf '%s\n' "$*" >&2; }

# lock_folder DIR: one start, stop or kill at a time; what these start must not inherit the lock: 9>&-
lock_folder() {
  exec 9>"$1/lock"
  flock -w 150 9 || { say "another call is busy with $1"; exit 1; }
}

# all_ended PID...: none of their threads runs. One that waits for the disk outlives the kill -9 of its process, and
# keeps its ports and files open; only the process' own memory is gone by then.
all_ended() {
  local id threads=()
  for id; do threads+=(/proc/"$id"/task/*/status); done
  ! grep -qs '^State:.[^ZX]' "${threads[@]}"
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

picked=' '
# pick_port VARIABLE USUAL: keeps the port that VARIABLE holds from an earlier start, else takes the usual one
# (with FREE_PORTS=1 a random one); where that is taken, a random free one outside the system's ephemeral range.
pick_port() {
  local port=${!1:-}
  [[ -n $port || -n ${FREE_PORTS:-} ]] || port=$2
  while [[ -z $port || $picked == *" $port "* ]] || listens "$port"; do port=$((10000 + RANDOM % 20000)); done
  picked+="$port "
  printf -v "$1" %s "$port"
}

# wait_until SECONDS COMMAND...: polls; fails when the time is over.
wait_until() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < end)) || return 1
    sleep 0.2
  done
}
