package dev.valuecompass.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside stand-ins for Maven and Java that say how they were called. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path caller;
    private Path jdk;
    private Path tools;

    private record Ended(int exit, String out, String err) {}

    @BeforeEach
    void aProjectWithStandIns() throws IOException {
        home = Files.createDirectories(folder.resolve("the project"));
        caller = Files.createDirectories(folder.resolve("elsewhere"));
        for (String sources : List.of("src/main", "templates", "site", "data/topics", "data/periods", "data/rounds")) {
            Files.createDirectories(home.resolve(sources));
        }
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("compass"), home.resolve("compass"), StandardCopyOption.COPY_ATTRIBUTES);
        jdk = javaOfVersion("17.0.15");
        tools = folder.resolve("tools");
        script(
                tools.resolve("mvn"),
                "echo \"mvn $*\" >>'" + home.resolve("mvn.log") + "'; : >target/value-compass.jar");
    }

    @Test
    void relativeArgumentsReferToTheFolderOfTheCallerAndDataToTheProject() throws Exception {
        Ended ended = compass(caller, home.resolve("compass"), "site", "--data", "my data");
        assertThat(ended.exit()).isEqualTo(7);
        assertThat(ended.out())
                .contains("in " + caller.toRealPath())
                .contains("[-Dcompass.home=" + home.toRealPath() + "]")
                .endsWith("[site][--data][my data]\n");
        assertThat(ended.err()).contains("building");
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(tools.resolve("vc"), home.resolve("compass"));
        Path again = Files.createSymbolicLink(caller.resolve("vc"), caller.relativize(link));
        assertThat(compass(caller, again, "check").out()).contains("[-Dcompass.home=" + home.toRealPath() + "]");
    }

    @Test
    void buildsAgainOnlyWhenASourceIsNewer() throws Exception {
        compass(caller, home.resolve("compass"));
        compass(caller, home.resolve("compass"));
        assertThat(builds()).hasSize(1);
        for (String made : List.of("data/periods/snapshot.json", "data/rounds/mft.json")) {
            touchInTheFuture(Files.writeString(home.resolve(made), "{}"));
        }
        compass(caller, home.resolve("compass"));
        assertThat(builds()).as("what a run makes is no source").hasSize(1);
        touchInTheFuture(Files.writeString(home.resolve("templates/page.jte"), "x"));
        assertThat(compass(caller, home.resolve("compass"), "--json").out())
                .as("the build says nothing on standard output")
                .startsWith("in ");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void namesInAnyLanguageAreReadWhereNoLanguageIsSet() throws Exception {
        script(jdk.resolve("bin/java"), "echo \"$LC_ALL $*\"");
        assertThat(compass(caller, home.resolve("compass"), "check").out())
                .startsWith("C.UTF-8 ")
                .contains("-Dfile.encoding=UTF-8");
    }

    @Test
    void onlyALargeSiteIsWorthTheSecondCompiler() throws Exception {
        String one = "[-XX:TieredStopAtLevel=1]";
        assertThat(compass(caller, home.resolve("compass"), "site").out()).contains(one);
        Path data = folder.resolve("large data");
        Files.createDirectories(data.resolve("periods/2026-11"));
        Files.write(data.resolve("periods/2026-11/cases.jsonl"), new byte[82_000_000]);
        assertThat(compass(caller, home.resolve("compass"), "site", "--data", data.toString())
                        .out())
                .doesNotContain(one);
        assertThat(compass(caller, home.resolve("compass"), "run", "--data=" + data)
                        .out())
                .doesNotContain(one);
        assertThat(compass(caller, home.resolve("compass"), "check", "--data", data.toString())
                        .out())
                .contains(one);
    }

    @Test
    void onlyAJavaThatWarnsOfUnsafeIsToldNotTo() throws Exception {
        assertThat(compass(caller, home.resolve("compass")).out()).doesNotContain("unsafe");
        jdk = javaOfVersion("25.0.3");
        assertThat(compass(caller, home.resolve("compass")).out()).contains("[--sun-misc-unsafe-memory-access=allow]");
    }

    @Test
    void showsTheMessagesOfAFailedBuildAndTriesAgainNextTime() throws Exception {
        script(tools.resolve("mvn"), "echo '[ERROR] Page.java:[3,1] not a statement'; exit 1");
        Ended ended = compass(caller, home.resolve("compass"));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("not a statement").contains("the build failed");
        assertThat(compass(caller, home.resolve("compass")).exit()).isEqualTo(2);
    }

    @Test
    void fallsBackToWhatMavenHasWhenTheNetworkFails() throws Exception {
        script(
                tools.resolve("mvn"),
                "case \"$*\" in -o*) : >target/value-compass.jar ;; *) echo 'Could not transfer x'; exit 1 ;; esac");
        Ended ended = compass(caller, home.resolve("compass"));
        assertThat(ended.exit()).isEqualTo(7);
        assertThat(ended.err()).contains("no network");
    }

    @Test
    void anOldJavaIsNamedWithTheRemedy() throws Exception {
        jdk = javaOfVersion("11.0.2");
        Ended ended = compass(caller, home.resolve("compass"));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("needs a JDK of version 17 or newer")
                .contains(jdk + " (version 11)")
                .contains("JAVA_HOME");
    }

    @Test
    void aMissingMavenIsNamedWithTheRemedy() throws Exception {
        Files.delete(tools.resolve("mvn"));
        assertThat(compass(caller, home.resolve("compass")).err()).contains("no mvn on the PATH");
    }

    private Path javaOfVersion(String version) throws IOException {
        Path place = folder.resolve("jdk " + version);
        script(place.resolve("bin/java"), "echo \"in $(pwd -P)\"; printf '[%s]' \"$@\"; echo; exit 7");
        script(place.resolve("bin/javac"), "exit 0");
        Files.writeString(place.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return place;
    }

    private void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        String where = file.endsWith("mvn") ? "cd '" + home + "'\n" : "";
        Files.writeString(file, "#!/bin/sh\n" + where + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(home.resolve("mvn.log"));
    }

    private static void touchInTheFuture(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    /** Only the stand-ins and the system's own tools are on the PATH; a Maven or Java there would be a lie. */
    private Ended compass(Path from, Path launcher, String... arguments) throws Exception {
        Path system = Files.createDirectories(folder.resolve("system"));
        for (String tool : List.of(
                "sh",
                "readlink",
                "dirname",
                "du",
                "sed",
                "find",
                "head",
                "grep",
                "mkdir",
                "flock",
                "mv",
                "rm",
                "cat")) {
            script(system.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
        }
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString(), "PATH", tools + ":" + system, "LC_ALL", "C"));
        int exit = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Ended(exit, read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
