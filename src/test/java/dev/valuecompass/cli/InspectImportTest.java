package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Logs made by hand after the documented format of Inspect: nothing in them is of a real run. */
class InspectImportTest {
    private static final int ZSTANDARD = 93;
    private static final List<String> TOPICS = List.of(
            "cars",
            "schools",
            "markets",
            "forests",
            "armies",
            "taxes",
            "museums",
            "strikes",
            "borders",
            "newspapers",
            "farms",
            "banks",
            "rivers",
            "games",
            "towers",
            "harbours",
            "trains",
            "courts",
            "feasts",
            "satellites");

    @TempDir
    Path home;

    private static Map<String, Object> sample(String topic, int epoch) {
        Map<String, Object> sample = new HashMap<>();
        sample.put("id", topic);
        sample.put("epoch", epoch);
        sample.put("input", "Should a country spend more on its " + topic + "?");
        sample.put("target", "");
        sample.put(
                "output",
                output(
                        "Stance: Yes\n\nKey Points:\n1. Care: people must be protected from harm by " + topic
                                + ".\n2. Freedom: everyone should decide for themselves, attempt " + epoch + ".",
                        "stop"));
        return sample;
    }

    private static Map<String, Object> output(String text, String stop) {
        return Map.of(
                "model",
                "served",
                "choices",
                List.of(Map.of("message", Map.of("role", "assistant", "content", text), "stop_reason", stop)));
    }

    private static Map<String, Object> header(String model, String status) {
        return Map.of(
                "version",
                2,
                "status",
                status,
                "eval",
                Map.of("task", "t", "model", model, "model_generate_config", Map.of("temperature", 0.5)));
    }

    /** Twenty samples, two epochs each. */
    private static List<Map<String, Object>> forty() {
        List<Map<String, Object>> samples = new ArrayList<>();
        TOPICS.forEach(topic -> List.of(1, 2).forEach(epoch -> samples.add(sample(topic, epoch))));
        return samples;
    }

    private Path json(String name, Map<String, Object> header, List<Map<String, Object>> samples) throws IOException {
        Map<String, Object> log = new LinkedHashMap<>(header);
        log.put("samples", samples);
        return Files.writeString(home.resolve(name), Json.pretty(log));
    }

    private Path archive(String name, Map<String, String> parts) throws IOException {
        Path file = home.resolve(name);
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (var part : parts.entrySet()) {
                byte[] bytes = part.getValue().getBytes(StandardCharsets.UTF_8);
                byte[] packed = packed(bytes);
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipArchiveEntry entry = new ZipArchiveEntry(part.getKey());
                entry.setMethod(ZSTANDARD);
                entry.setSize(bytes.length);
                entry.setCompressedSize(packed.length);
                entry.setCrc(sum.getValue());
                zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
            }
        }
        return file;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zstandard = new ZstdCompressorOutputStream(packed)) {
            zstandard.write(bytes);
        }
        return packed.toByteArray();
    }

    private static Map<String, String> parts(Map<String, Object> header, List<Map<String, Object>> samples) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_journal/start.json", Json.line(header));
        samples.forEach(
                one -> parts.put("samples/" + one.get("id") + "_epoch_" + one.get("epoch") + ".json", Json.line(one)));
        parts.put("../../outside.json", "{}");
        parts.put("header.json", Json.line(header));
        return parts;
    }

    @Test
    void threeModelsWithErrorsEpochsAndALimitBecomeAPeriod() throws IOException {
        List<Map<String, Object>> first = forty();
        first.get(0).put("error", Map.of("message", "the sandbox\ndied", "traceback", "…"));
        first.get(1).put("limit", Map.of("type", "token", "limit", 100));
        first.get(2).put("output", output("Stance: Yes", "max_tokens"));
        first.get(3).put("output", output("", "content_filter"));
        first.get(4).put("output", output("", "stop"));
        first.get(5)
                .put(
                        "input",
                        List.of(
                                Map.of("role", "system", "content", "Be plain."),
                                Map.of(
                                        "role",
                                        "user",
                                        "content",
                                        List.of(Map.of("type", "text", "text", "attachment://abc")))));
        first.get(5).put("attachments", Map.of("abc", first.get(4).get("input")));
        Path one = archive("one.eval", parts(header("maker/one", "success"), first));
        Path two = json("two.json", header("maker/two", "success"), forty());
        Path three = json("three.json", header("maker/three", "cancelled"), forty());
        Files.createDirectories(home.resolve("data"));

        CommandLineRun read = CommandLineRun.of(
                home, "import", "inspect", one.toString(), two.toString(), three.toString(), "--system", "schwartz");
        assertThat(read.exit()).as(read.err()).isZero();
        assertThat(read.err()).contains("three.json: the log ended as 'cancelled'; its 40 samples are taken");
        assertThat(read.out())
                .contains(
                        "maker/one: 35 answered, 1 empty, 1 failed, 1 filtered, 2 truncated, asked with {\"temperature\":0.5}")
                .contains("maker/two: 40 answered");

        StringBuilder board = new StringBuilder("title: {name: Logs}\nendpoints:\n"
                + "  - {id: logs, kind: recorded, file: recorded/one.jsonl}\nexaminees:\n");
        List.of("one", "two", "three")
                .forEach(id -> board.append(
                        "  - {id: %s, name: %s, endpoint: logs, model: maker/%s, developer: M, access: open, type: chat}%n"
                                .formatted(id, id, id)));
        board.append("roles: {recognizer: embedded}\nsystems:\n  - {system: schwartz, pool: topics/one.jsonl}\n"
                + "sampling: {samples: 2}\nevaluation: {minimum-coverage: 0.5, resamples: 50}\n");
        Files.writeString(home.resolve("data/leaderboard.yml"), board);
        CommandLineRun run = CommandLineRun.of(home, "run");
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        JsonNode scores = Json.tree(Files.readString(home.resolve("data/periods/2026-11/snapshot.json")), "snapshot")
                .get("systems")
                .get(0)
                .get("scores");
        JsonNode counts = null;
        for (JsonNode score : scores) {
            counts = score.get("model").stringValue().equals("one") ? score.get("counts") : counts;
        }
        assertThat(counts.get("asked").intValue()).isEqualTo(40);
        assertThat(counts.get("failed").intValue()).isEqualTo(1);
        assertThat(counts.get("truncated").intValue()).isEqualTo(2);
        assertThat(counts.get("filtered").intValue()).isEqualTo(1);
        assertThat(counts.get("empty").intValue()).isEqualTo(1);
    }

    @Test
    void aLogThatGoesOnFromAnotherOneMendsIt() throws IOException {
        List<Map<String, Object>> broken = forty();
        broken.get(7).put("error", Map.of("message", "gone"));
        Path before = json("before.json", header("m", "error"), broken);
        Path after = json("after.json", header("m", "success"), forty());
        CommandLineRun read = CommandLineRun.of(home, "import", "inspect", before.toString(), after.toString());
        assertThat(read.exit()).as(read.err()).isZero();
        assertThat(read.out()).contains("m: 40 answered");
        List<Map<String, Object>> other = forty();
        other.get(7).put("output", output("Something else.", "stop"));
        json("after.json", header("m", "success"), other);
        CommandLineRun refused = CommandLineRun.of(
                home,
                "import",
                "inspect",
                after.toString(),
                json("third.json", header("m", "success"), forty()).toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("third.json: sample 8", "otherwise than an earlier log");
    }

    @Test
    void anArchiveWithoutAnEndIsTakenAndABombIsNot() throws IOException {
        Map<String, String> parts = parts(header("m", "started"), forty());
        parts.remove("header.json");
        assertThat(CommandLineRun.of(
                                home,
                                "import",
                                "inspect",
                                archive("a.eval", parts).toString())
                        .err())
                .contains("the log ended as 'started'");
        assertThat(home.resolve("../outside.json")).doesNotExist();
        parts.put("samples/bomb_epoch_1.json", "0".repeat(65 << 20));
        Path bomb = archive("bomb.eval", parts);
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(CommandLineRun.of(home, "import", "inspect", bomb.toString()).err())
                .contains("bomb.eval: samples/bomb_epoch_1.json: unpacks to more than 64 MiB");
        byte[] torn = Files.readAllBytes(bomb);
        Files.write(bomb, Arrays.copyOf(torn, torn.length / 2));
        assertThat(CommandLineRun.of(home, "import", "inspect", bomb.toString()).err())
                .contains("is a damaged archive");
        assertThat(CommandLineRun.of(
                                home,
                                "import",
                                "inspect",
                                archive("none.eval", Map.of("a", "b")).toString())
                        .err())
                .contains("has neither header.json nor _journal/start.json");
    }

    /** What newer and older logs have: parts of a message, calls, thoughts, NaN, samples in pieces and written twice. */
    @Test
    void logsOfEveryAgeAreRead() throws IOException {
        List<Map<String, Object>> samples = forty();
        samples.get(0).put("invalidation", Map.of("author", "Jane", "reason", "the prompt was cut"));
        samples.get(1)
                .put(
                        "output",
                        Map.of(
                                "choices",
                                List.of(Map.of(
                                        "stop_reason",
                                        "stop",
                                        "message",
                                        Map.of(
                                                "role",
                                                "assistant",
                                                "tool_calls",
                                                List.of(Map.of("id", "1", "function", "search", "arguments", Map.of())),
                                                "content",
                                                List.of(
                                                        Map.of("type", "reasoning", "reasoning", "Secret."),
                                                        Map.of("type", "text", "text", "Part one."),
                                                        Map.of("type", "image", "image", "data:image/png;base64,AA"),
                                                        Map.of("type", "text", "text", "Part two.")))))));
        samples.get(2).put("limit", "context");
        samples.get(3).put("error_retries", List.of(Map.of("message", "busy")));
        samples.get(4).remove("output");
        samples.get(4).put("limit", Map.of("type", "time", "limit", 1.0));
        Map<String, Object> plan = new LinkedHashMap<>(header("m", "success"));
        plan.put("plan", Map.of("config", Map.of("temperature", 0.25, "max_tokens", 9)));
        plan.put("invalidated", true);
        plan.put("reductions", List.of(Map.of("scorer", "s", "samples", List.of())));
        Path log = json("log.json", plan, samples);
        Files.writeString(
                log,
                Files.readString(log)
                        .replaceFirst(
                                "\"target\" : \"\"", "\"target\" : \"\", \"scores\" : {\"s\" : {\"value\" : NaN}}"));

        CommandLineRun read = CommandLineRun.of(home, "import", "inspect", log.toString());
        assertThat(read.exit()).as(read.err()).isZero();
        assertThat(read.out())
                .contains("m: 37 answered, 1 failed, 2 truncated, asked with {\"max_tokens\":9,\"temperature\":0.25}");
        assertThat(Files.readString(home.resolve("data/recorded/log.jsonl")))
                .contains(
                        "Part one.\\n\\nPart two.",
                        "declared it invalid the prompt was cut",
                        "limit of the sample: time")
                .doesNotContain("Secret.", "base64");
    }

    @Test
    void samplesInPiecesAndSamplesWrittenTwiceAreRead() throws IOException {
        Map<String, String> parts = parts(header("m", "success"), forty().subList(0, 2));
        Map<String, Object> shell = new HashMap<>(sample("moons", 1));
        shell.put("input", "attachment://1");
        parts.put("samples/moons_epoch_1/sample.json", Json.line(shell));
        parts.put("samples/moons_epoch_1/attachments/0.json", "[\"other\"]");
        parts.put("samples/moons_epoch_1/attachments/1.json", "[\"Should a country go to its moons?\"]");
        parts.put("samples/moons_epoch_1/messages/0.json", "[{}]");
        parts.put("samples/moons_epoch_1/skeleton.json", "{}");
        parts.put("summaries.json", "[]");
        parts.put("_journal/summaries/1.json", "[]");
        parts.put("reductions.json", "[]");
        CommandLineRun read = CommandLineRun.of(
                home, "import", "inspect", archive("pieces.eval", parts).toString());
        assertThat(read.exit()).as(read.err()).isZero();
        assertThat(read.out()).contains("m: 3 answered");
        assertThat(Files.readString(home.resolve("data/recorded/pieces.jsonl")))
                .contains("Should a country go to its moons?");
        parts.keySet().removeIf(name -> name.startsWith("samples/"));
        assertThat(CommandLineRun.of(
                                home,
                                "import",
                                "inspect",
                                archive("summaries.eval", parts).toString())
                        .err())
                .contains("summaries.eval: holds no sample");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | is no JSON object",
                "`` | is no JSON object",
                "[] | is no JSON object",
                "{'eval':[]} | has no section 'eval'",
                "{'eval':{'model':'m'},'samples':[{'id':1,'epoch':1,'epoch':2}]} | bad.json:1",
                "{ | bad.json",
                "{} | has no section 'eval'",
                "{'eval':{'model':'m'}} | holds no sample",
                "{'eval':{'model':'m'},'samples':7} | 'samples' is not a list",
                "{'eval':{'model':'m'},'samples':[7]} | sample 1: is not an object",
                "{'eval':{'model':'m'},'samples':[{'epoch':1}]} | sample 1: has no id",
                "{'eval':{'model':'m'},'samples':[{'id':true,'epoch':1}]} | sample 1: has no id",
                "{'eval':{'model':'m'},'samples':[{'id':1}]} | its epoch is not a whole number from 1",
                "{'eval':{'model':'m'},'samples':[{'id':1,'epoch':0}]} | its epoch is not a whole number from 1",
                "{'eval':{'model':'m'},'samples':[{'id':1,'epoch':1}]} | its input holds no text of a user",
                "{'eval':{'model':'m'},'samples':[{'id':1,'epoch':1,'input':[{'role':'system','content':'s'}]}]} | its input holds no text of a user",
                "{'eval':{'model':'m'},'samples':[{'id':1,'epoch':1,'input':'attachment://x'}]} | refers to an attachment that is not there",
                "{'eval':{'model':'m'},'samples':[{'id':1,'epoch':1,'input':'q'}]} | has neither output, error nor limit",
                "{'eval':{'model':'none/none'},'samples':[{'id':1,'epoch':1,'input':'q','output':{'completion':'a'}}]} | names no model",
            })
    void whatIsNoLogIsNamed(String log, String what) throws IOException {
        Path file = Files.writeString(home.resolve("bad.json"), log.replace('\'', '"'));
        CommandLineRun refused = CommandLineRun.of(home, "import", "inspect", file.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("bad.json").contains(what);
        assertThat(home.resolve("data/recorded")).doesNotExist();
    }

    @Test
    void filesThatCannotBeReadAreNamed() {
        assertThat(CommandLineRun.of(
                                home,
                                "import",
                                "inspect",
                                home.resolve("no.eval").toString())
                        .err())
                .contains("no.eval", "does not exist");
        assertThat(CommandLineRun.of(home, "import", "inspect", home.toString()).err())
                .contains("is a folder");
        assertThat(CommandLineRun.of(home, "import", "elsewhere", "x").exit()).isEqualTo(2);
    }
}
