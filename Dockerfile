# The images of the three services and of the sandbox; Maven runs once for all four.
#
#   docker build --target service --build-arg SERVICE=task .      task, mail or web
#   docker build --target sandbox .
#
# Each base image is named here and nowhere else.
ARG MAVEN=maven:3-eclipse-temurin-25
ARG JRE=eclipse-temurin:25-jre

FROM ${MAVEN} AS build
WORKDIR /build
COPY . .
# Locked, because Maven's repository is not made for two at a time. Lint is for developers: `./onboard test`.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -B -ntp -DskipTests -P '!lint' package
RUN set -e; for service in task mail web; do \
      java -Djarmode=tools -jar $service-service/target/$service-service.jar extract --layers \
        --application-filename app.jar --destination /layers/$service; \
    done

FROM ${JRE} AS runtime
RUN useradd --uid 10001 --home-dir /app --no-create-home --shell /usr/sbin/nologin onboard
WORKDIR /app
# HEALTH is PORT/PATH. bash is in every image that this can be based on; curl and wget may go.
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=6 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${HEALTH%%/*} && printf 'GET /%s HTTP/1.0\\r\\n\\r\\n' \"${HEALTH#*/}\" >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]

FROM runtime AS sandbox
ENV SANDBOX_BIND=0.0.0.0 HEALTH=8085/health
COPY --from=build /build/sandbox/target/lib lib
COPY --from=build /build/sandbox/target/sandbox.jar app.jar
USER onboard
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:MaxRAMPercentage=60", "-jar", "app.jar"]

FROM runtime AS service
# The second port is for whoever watches; it is not to be published.
ENV SERVER_PORT=8080 MANAGEMENT_SERVER_PORT=9080 MANAGEMENT_SERVER_ADDRESS=0.0.0.0 HEALTH=8080/readyz
ARG SERVICE
# What changes least comes first.
COPY --from=build /layers/${SERVICE}/dependencies ./
COPY --from=build /layers/${SERVICE}/snapshot-dependencies ./
COPY --from=build /layers/${SERVICE}/application ./
# A start that finds neither database nor broker records which classes a real one loads, and what of them runs often.
RUN --mount=type=bind,source=scripts/train,target=/train \
    export MAIL_KEY=of-no-use-and-never-used-for-a-password TASK_KEY=of-no-use-and-never-used-for-any-link \
      ONBOARD_ADMIN_TOKEN=of-no-use-and-never-kept-anywhere; \
    /train java -XX:+UseSerialGC -XX:AOTCacheOutput=app.aot -Dspring.flyway.enabled=false -jar app.jar
USER onboard
# What is young has room, see ADR 21; what the compilers have no use for any more goes back to the machine.
ENTRYPOINT ["java", "-Xms40m", "-Xmn24m", "-XX:+UseSerialGC", "-XX:AOTCache=app.aot", "-XX:TrimNativeHeapInterval=30000", "-XX:+ExitOnOutOfMemoryError", "-XX:MaxRAMPercentage=60", "-jar", "app.jar"]
