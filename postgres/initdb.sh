#!/usr/bin/env bash
# Applies `roles` in the container, with this folder mounted read-only at /docker-entrypoint-initdb.d: by itself at the first start,
# and after a change of the passwords with: docker compose exec postgres /docker-entrypoint-initdb.d/initdb.sh
set -euo pipefail
user=${POSTGRES_USER:-postgres}
"$(dirname "${BASH_SOURCE[0]}")/roles" |
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction --username "$user" --dbname "${POSTGRES_DB:-$user}"
