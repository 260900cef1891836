package dev.valuecompass.pipeline.validation;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.offline.SimulatedEndpoint;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a frozen period was answered by the panel as its file stands now. A fictional model always answers a request in
 * the same way, so its published answers are asked for again: truth is read from the file, and a file that was changed
 * since says nothing about the period.
 *
 * @param compared published answers of simulated models that could be asked for again
 * @param different of these, how many come out otherwise now
 * @param example the first that does; empty when none does
 */
record PanelCheck(int compared, int different, String example) {

    static PanelCheck of(RunSetting setting, PeriodRecord record) {
        LeaderboardConfig board = setting.leaderboard();
        long seed = record.snapshot().run() == null
                ? board.evaluation().seed()
                : record.snapshot().run().seed();
        Map<String, Item> items = record.items().stream()
                .map(one -> one.item())
                .collect(Collectors.toMap(Item::id, Function.identity(), (one, same) -> one));
        Map<String, SimulatedEndpoint> open = new TreeMap<>();
        int compared = 0;
        List<String> different = new ArrayList<>();
        for (Examinee examinee : board.examinees()) {
            Optional<SimulatedEndpoint> endpoint = board.endpoint(examinee.endpoint())
                    .filter(one -> one.kind() == Endpoint.Kind.SIMULATED)
                    .map(one -> open.computeIfAbsent(
                            one.id(), id -> SimulatedEndpoint.open(setting.data(), one.file(), seed)));
            if (endpoint.isPresent()) {
                for (Case published : record.cases().getOrDefault(examinee.id(), List.of())) {
                    Item item = items.get(published.item());
                    if (item != null && setting.theory().systemIds().contains(item.system())) {
                        compared++;
                        ChatRequest request = request(setting, examinee, item, sample(published));
                        if (!endpoint.get().attempt(request).result().text().equals(published.answer())) {
                            different.add(examinee.id() + ", case " + published.id());
                        }
                    }
                }
            }
        }
        return new PanelCheck(compared, different.size(), different.isEmpty() ? "" : different.get(0));
    }

    /** For people. */
    String text() {
        if (compared == 0) {
            return "no published answer of a simulated model could be asked for again";
        }
        return different == 0
                ? "all " + compared + " published answers are those of the panel as it is now"
                : different + " of " + compared + " published answers are not those of the panel as it is now (first: "
                        + example + "): its file, the phrases, the prompts or the seed were changed since, and the"
                        + " correlations say nothing";
    }

    private static ChatRequest request(RunSetting setting, Examinee examinee, Item item, int sample) {
        ValueSystem system = setting.theory().system(item.system());
        return Interview.request(
                examinee,
                system,
                new Prompts(setting.data()).template(system),
                item,
                setting.leaderboard().sampling(),
                sample);
    }

    /** A case's id is its item's, followed by the number of the answer from the second one on. */
    private static int sample(Case published) {
        String rest = published
                .id()
                .substring(Math.min(published.id().length(), published.item().length()));
        return rest.matches("-\\d{1,6}") ? Integer.parseInt(rest.substring(1)) - 1 : 0;
    }
}
