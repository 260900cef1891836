package dev.valuecompass.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Price;
import dev.valuecompass.io.Json;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import dev.valuecompass.pipeline.Account;
import dev.valuecompass.responses.ResponseFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a run shows that it is alive. */
class ProgressDisplayTest {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    /** Eight answers of 100 + 200 tokens at 1 and 2 dollars a million, and two that failed. */
    private static Account.ModelAccount standing(String model) {
        Account account = new Account(model, new Price(BigDecimal.ONE, BigDecimal.valueOf(2), null, null), false);
        for (int i = 0; i < 10; i++) {
            Outcome outcome = i < 8 ? Outcome.ANSWERED : Outcome.PROVIDER_ERROR;
            Usage usage = i < 8 ? new Usage(100, null, 200, null) : new Usage(0, null, 0, null);
            account.add(
                    ResponseFields.builder()
                            .item("i")
                            .model(model)
                            .sample(0)
                            .outcome(outcome)
                            .text("x")
                            .opinion(null)
                            .modelReported("")
                            .usage(usage)
                            .detail("")
                            .retries(0)
                            .build(),
                    outcome,
                    "+.",
                    "");
        }
        return account.standing();
    }

    /** 10 of 40 in 5 s are 2 a second, so the other 30 take 15 s; 8 · 500 / 1e6 dollars. */
    @Test
    void plainLinesTellWhatIsDoneHowFastWhatItCostAndWhatIsLeft() {
        PlainLines face = new PlainLines(lines::add);
        face.begin(List.of("one", "two"), 40);
        face.line("schwartz: asking");
        face.show(List.of(standing("one")), Duration.ofSeconds(5));
        assertThat(lines)
                .containsExactly("schwartz: asking", "one 10/40 (25 %), 2.0/s, 2 failed, $0.0040, 0:00:15 left");
        face.begin(List.of("one"), 10);
        face.show(List.of(standing("one")), Duration.ofSeconds(5));
        assertThat(lines).hasSize(2);
    }

    @Test
    void eventsForMachinesAreOneJsonObjectALine() {
        JsonEvents face = new JsonEvents(lines::add);
        face.begin(List.of("one"), 40);
        face.line("a \"quoted\" line");
        face.show(List.of(standing("one")), Duration.ofSeconds(5));
        face.end();
        List<JsonNode> events =
                lines.stream().map(line -> Json.tree(line, "event")).toList();
        assertThat(events)
                .extracting(event -> event.get("event").stringValue())
                .containsExactly("begin", "message", "progress", "end");
        assertThat(events.get(1).get("text").stringValue()).isEqualTo("a \"quoted\" line");
        JsonNode pulse = events.get(2).get("models").get(0);
        assertThat(pulse.get("done").asInt()).isEqualTo(10);
        assertThat(pulse.get("failed").asInt()).isEqualTo(2);
        assertThat(pulse.get("dollars").asDouble()).isEqualTo(0.004);
        assertThat(pulse.get("secondsLeft").asInt()).isEqualTo(15);
    }

    @Test
    void liveLinesShowEachModelAndHoldBackWhatIsSaidMeanwhile() {
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        LiveLines face = new LiveLines(() -> new DelegatingProgressBarConsumer(shown::add, 120), lines::add);
        face.begin(List.of("one", "long-name"), 40);
        face.line("meanwhile");
        face.show(List.of(standing("one"), standing("long-name")), Duration.ofSeconds(5));
        assertThat(lines).isEmpty();
        face.end();
        assertThat(lines).containsExactly("meanwhile");
        assertThat(shown)
                .anyMatch(line -> line.startsWith("one       ")
                        && line.contains("10/40")
                        && line.contains("2.0/s, 2 failed, $0.0040"));
        assertThat(shown).anyMatch(line -> line.startsWith("long-name ") && line.contains("25%"));
        face.line("afterwards");
        assertThat(lines).containsExactly("meanwhile", "afterwards");
    }

    @Test
    void aDisplayLooksFromTimeToTimeAndOnceMoreAtTheEnd() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        PlainLines face = new PlainLines(line -> {
            lines.add(line);
            twice.countDown();
        });
        ProgressDisplay display = new ProgressDisplay(face, Duration.ofMillis(20));
        display.begin(List.of("one"), () -> List.of(standing("one")), 40);
        assertThat(twice.await(60, TimeUnit.SECONDS)).isTrue();
        display.end();
        int shown = lines.size();
        display.end();
        assertThat(lines).hasSize(shown).allMatch(line -> line.startsWith("one 10/40"));
    }
}
