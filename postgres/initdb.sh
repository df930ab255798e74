#!/usr/bin/env bash
# Applies `roles` in the container at its first start, with this folder mounted read-only at /docker-entrypoint-initdb.d.
# At later starts the entrypoint in docker-compose.yml does that, and takes over changed passwords.
set -euo pipefail
user=${POSTGRES_USER:-postgres}
"$(dirname "${BASH_SOURCE[0]}")/roles" |
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction --username "$user" --dbname "${POSTGRES_DB:-$user}"
