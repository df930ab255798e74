# shellcheck shell=bash
# How ./onboard asks the task-service, and the tokens that it wants. To be sourced at the root, after tools.sh.

# api PATH [CURL_ARGUMENT...]: the token is in no command line, for those can be read by others on this machine, and goes to
# no proxy.
api() {
  curl -q --noproxy '*' --silent --max-time 5 --config <(printf 'header = "Authorization: Bearer %s"\n' "$ONBOARD_ADMIN_TOKEN") \
    "http://127.0.0.1:$TASK_PORT$1" "${@:2}"
}

# ask STATUS WHAT PATH [CURL_ARGUMENT...]: sets `answer`; another status is told, as that WHAT was not done, and ends.
ask() {
  local code
  answer=$(api "$3" --max-time 30 --show-error --write-out '\n%{http_code}' "${@:4}") ||
    fail "The task-service does not answer on port $TASK_PORT. See: ./onboard status"
  code=${answer##*$'\n'} answer=${answer%$'\n'*}
  [[ $code != "$1" ]] || return 0
  say "Not $2 ($code):"
  jq -r '.detail as $all | $all, (.errors[]? | "\(.field) \(.message)" | select(. != $all))' <<<"$answer" >&2 2>/dev/null ||
    say "$answer"
  exit 1
}

# ---- tokens ---------------------------------------------------------------------------------------------------------

# Prints the token alone, so that it can go to where it is needed.
token_create() {
  local answer
  ask 201 created /tokens --data-binary @- --header 'Content-Type: application/json' \
    <<<"$(jq --null-input --arg name "$1" --arg role "$2" '$ARGS.named')"
  say "This is shown once; ./onboard token revoke $(jq -r .id <<<"$answer") ends it."
  jq -r .token <<<"$answer"
}

token_list() {
  local answer cells
  ask 200 listed /tokens
  mapfile -t cells < <(jq -r '.tokens[] | .id, .role, (.lastUsedAt // "never" | .[:16]),
    if .revokedAt then "revoked" else "valid" end, .name' <<<"$answer")
  printf '%-36s  %-8s  %-16s  %-7s  %s\n' ID ROLE 'LAST USED (UTC)' STATE NAME "${cells[@]}"
}

token_revoke() {
  local answer
  ask 204 revoked "/tokens/$(jq --null-input --raw-output --arg id "$1" '$id | @uri')" --request DELETE
  echo 'Revoked. Whoever has it, or has signed in with it, is refused from now on.'
}
