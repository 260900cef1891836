package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking and reading are stages of their own, and one model's trouble is its own. */
@Tag("slow")
class StagesTest {
    private static final Pattern VERDICT = Pattern.compile("VERDICT ([0-9a-f]{12}):");
    private static final int ITEMS = 6;

    @TempDir
    Path home;

    private final AtomicInteger generated = new AtomicInteger();
    private final AtomicInteger judged = new AtomicInteger();
    private volatile boolean judgeIsBroken;
    private volatile String word = "YES";

    private MockResponse answer(String body) {
        Matcher verdict = VERDICT.matcher(body);
        if (!verdict.find()) {
            generated.incrementAndGet();
            return ProviderRun.opinion(body);
        }
        judged.incrementAndGet();
        return judgeIsBroken
                ? new MockResponse.Builder()
                        .code(400)
                        .body("{\"error\":{\"message\":\"no\"}}")
                        .build()
                : new MockResponse.Builder()
                        .body("{\"model\":\"j\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":"
                                + "\"It does.\\nVERDICT " + verdict.group(1) + ": " + word
                                + "\"}}],\"usage\":{\"prompt_tokens\":2000,\"completion_tokens\":9}}")
                        .build();
    }

    private void judgedBy(String judge) throws IOException {
        Path file = home.resolve("data/leaderboard.yml");
        String yaml = Files.readString(file);
        Files.writeString(file, yaml.replaceFirst("roles: .*", "roles: {recognizer: direct, judge: " + judge + "}"));
    }

    @Test
    void r17AFailingRecogniserCostsNoAnswerAndRescoreAsksOnlyTheJudge() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, this::answer)) {
            provider.configure(List.of("one", "two"), ITEMS, "");
            judgedBy("one");
            judgeIsBroken = true;
            CommandLineRun broken = provider.run("run");
            assertThat(broken.exit()).as(broken.err()).isEqualTo(3);
            assertThat(broken.out()).contains("unscored");
            assertThat(generated).hasValue(2 * ITEMS);

            judgeIsBroken = false;
            CommandLineRun healed = provider.run("rescore");
            assertThat(healed.exit()).as(healed.err() + healed.out()).isZero();
            assertThat(generated).hasValue(2 * ITEMS);

            int before = judged.get();
            judgedBy("two");
            word = "NO";
            CommandLineRun refused = provider.run("rescore");
            assertThat(refused.exit()).as(refused.out()).isEqualTo(1);
            assertThat(refused.err()).contains("the frozen period 2026-11 would change");
            assertThat(judged).as("nothing is asked for a frozen period").hasValue(before);
            CommandLineRun revised = provider.run("rescore", "--reason", "another judge");
            assertThat(revised.exit()).as(revised.err() + revised.out()).isZero();
            assertThat(judged.get()).isGreaterThan(before);
            assertThat(generated).hasValue(2 * ITEMS);
            assertThat(home.resolve("data/periods/2026-11/revisions/1")).isDirectory();
            assertThat(Files.readString(home.resolve("data/periods/2026-11/snapshot.json")))
                    .contains("another judge");
        }
    }

    @Test
    void r17RescoreRefusesToFillInAnswersThatWereNeverAskedFor() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, this::answer)) {
            provider.configure(List.of("one", "two"), ITEMS, "");
            judgedBy("one");
            provider.run("run");
            provider.configure(List.of("one", "two", "three"), ITEMS, "");
            judgedBy("one");
            int before = provider.asked();

            CommandLineRun rescore = provider.run("rescore", "--reason", "three was forgotten");

            assertThat(rescore.exit()).isEqualTo(3);
            assertThat(rescore.out())
                    .contains("three on schwartz: 6 of 6 answers are not in the store")
                    .contains("with run");
            assertThat(provider.asked()).isEqualTo(before);
        }
    }

    @Test
    void r18AModelThatHangsHoldsUpNobodyElse() throws IOException {
        AtomicInteger hanging = new AtomicInteger();
        AtomicInteger hangingWhenTheOtherWasDone = new AtomicInteger(-1);
        AtomicInteger alive = new AtomicInteger();
        try (ProviderRun provider = new ProviderRun(home, body -> {
            if (body.contains("\"model\":\"dead\"")) {
                hanging.incrementAndGet();
                return new MockResponse.Builder()
                        .headersDelay(30, TimeUnit.SECONDS)
                        .body("{}")
                        .build();
            }
            if (alive.incrementAndGet() == 8) {
                hangingWhenTheOtherWasDone.set(hanging.get());
            }
            return ProviderRun.opinion(body);
        })) {
            provider.configure(List.of("alive", "dead"), 8, "");
            Path file = home.resolve("data/leaderboard.yml");
            Files.writeString(file, Files.readString(file).replace("retries: 0", "retries: 0\n    timeout-seconds: 3"));

            CommandLineRun run = provider.run("evaluate");

            assertThat(run.exit()).as(run.err()).isEqualTo(3);
            assertThat(run.out()).contains("alive: 8 answered").contains("dead: 8 transport_error");
            assertThat(hangingWhenTheOtherWasDone.get())
                    .as("the other was done before the hanging one had been asked everything")
                    .isBetween(0, 7);
        }
    }
}
