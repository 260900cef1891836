# The program with its Java runtime. Build: docker build -t value-compass .
# Run: docker run --rm -v "$PWD/mine:/mine" -e EXAMPLE_API_KEY value-compass run --data /mine
# The images are pinned by digest; Dependabot proposes newer ones. (docker buildx imagetools inspect NAME prints a digest.)
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-17@sha256:a8746f15d5bb26b5b8bacb056cc76211553850f4c71d16aff845cfa004cbc197
ARG RUN_IMAGE=eclipse-temurin:17-jre@sha256:207ecae0b2b104dfc6dfa763d1e9cd2041cb344800a180e24cb1a28ed533ff90

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY pom.xml ./
COPY src/main src/main
COPY site site
COPY templates templates
COPY data data
COPY docs/snapshot-format.md docs/
RUN mvn -q -B -Dmaven.test.skip=true package

FROM ${RUN_IMAGE}
RUN useradd --create-home compass
COPY --from=build /src/target/value-compass.jar /opt/value-compass/
COPY --from=build /src/target/lib /opt/value-compass/lib
USER compass
WORKDIR /work
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-jar", "/opt/value-compass/value-compass.jar"]
CMD ["--help"]
