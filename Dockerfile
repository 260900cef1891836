# The program with its Java runtime. Build: docker build -t value-compass .
# Run: docker run --rm -v "$PWD/mine:/mine" -e EXAMPLE_API_KEY value-compass run --data /mine --runs /mine/runs --out /mine/public
# The images are named by tags, which move: today's build and tomorrow's may differ. For one that can be made again, name them
# by digest: docker build --build-arg BUILD_IMAGE=maven@sha256:... --build-arg RUN_IMAGE=eclipse-temurin@sha256:... .
# (docker buildx imagetools inspect maven:3.9-eclipse-temurin-17 prints it.)
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-17
ARG RUN_IMAGE=eclipse-temurin:17-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY pom.xml ./
COPY src/main src/main
COPY site site
COPY templates templates
COPY data data
RUN mvn -q -B -Dmaven.test.skip=true package

FROM ${RUN_IMAGE}
RUN useradd --create-home compass
COPY --from=build /src/target/value-compass.jar /opt/value-compass/
COPY --from=build /src/target/lib /opt/value-compass/lib
USER compass
WORKDIR /work
ENTRYPOINT ["java", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/value-compass/value-compass.jar"]
CMD ["--help"]
