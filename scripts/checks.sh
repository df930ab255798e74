# shellcheck shell=bash
# What `./onboard test` looks at besides the tests: the scripts, by shellcheck, and the Java code, by the linters.

# shellcheck source=scripts/tools.sh
source scripts/tools.sh

check_scripts() {
  local scripts
  mapfile -t scripts < <(grep -rlE '^(#!.*bash|# shellcheck shell=bash)' onboard scripts .ci rabbitmq postgres redmine)
  command -v shellcheck >/dev/null || { say 'NOT RUN: shellcheck, which is missing: apt-get install shellcheck'; return; }
  echo "shellcheck of ${scripts[*]}"
  shellcheck --external-sources "${scripts[@]}"
}

# Compose makes a new container only where its settings change, and what is mounted is none: a label stands for it.
check_labels() {
  local part digest
  for part in rabbitmq postgres; do
    digest=$(find "$part" -type f -print0 | LC_ALL=C sort -z | xargs -0 cat | sha256sum | head -c 12)
    sed -n "/^  $part:/,/^\$/p" docker-compose.yml | grep -qF "onboard.files: \"$digest\"" ||
      fail "Files in $part/ have changed: its label onboard.files in docker-compose.yml must be \"$digest\"."
  done
}

# The linters need Java 23, see pom.xml. They run in a copy, so that what was built and tested here stays.
lint() {
  local newest copy=$home/lint
  newest=$(newest_java 23)
  [[ -n $newest ]] || { say 'NOT RUN: lint (Error Prone, NullAway), which needs a JDK of Java 23 or newer in /usr/lib/jvm.'; return; }
  echo "Lint, with $newest"
  rm -rf "$copy"
  prepare_folder
  mkdir "$copy"
  cp -r --parents pom.xml ./*/pom.xml ./*/src "$copy"
  (cd "$copy" && JAVA_HOME=$newest mvn -B -ntp test-compile) | sed "/^\[INFO\]/d; s|$copy/|$root/|g"
  rm -rf "$copy"
}
