package dev.valuecompass.pipeline.shards;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.pipeline.FrozenLabels;
import dev.valuecompass.pipeline.FrozenLabels.FrozenRow;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.LabelReader.PartLabels;
import dev.valuecompass.responses.AnswerClassifier;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.responses.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings the frozen labels of several parts together, with each other and with the stores of further parts. Two answers to one
 * question are a reason to stop until it is said whose stand.
 */
final class LabelMerge {
    private static final int SHOWN = 20;

    private final RunSetting setting;
    private final List<ItemSets> items;
    private final Optional<Path> winner;
    private final List<Defect> defects = new ArrayList<>();
    private final Map<Shard, PartLabels> parts = new LinkedHashMap<>();
    private final Map<Path, Long> known = new HashMap<>();
    private final Map<Path, Long> settled = new HashMap<>();
    private final List<PartLabels> files;

    /** @param winner whose answers stand where two differ; empty when that is a mistake */
    LabelMerge(RunSetting setting, List<ItemSets> items, List<PartLabels> files, Optional<Path> winner) {
        this.setting = setting;
        this.items = items;
        this.files = files;
        this.winner = winner;
        int cases = setting.leaderboard().evaluation().casesPerDimension();
        if (!files.isEmpty() && cases > 0) {
            throw new DataException(
                    files.get(0).file(),
                    "holds labels without their answers, of which " + cases + " a model and value are to be published",
                    "set cases-per-dimension: 0 under evaluation in the leaderboard file, or merge the run stores");
        }
        files.forEach(this::add);
        refuse();
    }

    private void add(PartLabels part) {
        for (Shard other : parts.keySet()) {
            if (other.of() != part.shard().of()) {
                throw new DataException(
                        part.file(),
                        "is of shard " + part.shard() + ", and "
                                + parts.get(other).file() + " of shard " + other,
                        "freeze the labels of all shards of one division");
            }
        }
        PartLabels before = parts.get(part.shard());
        if (before == null) {
            parts.put(part.shard(), part);
            return;
        }
        boolean takesOver = winner.filter(part.file()::equals).isPresent();
        boolean settles = takesOver || winner.filter(before.file()::equals).isPresent();
        each(question -> differences(before, part, question, settles));
        if (takesOver) {
            part.labels().add(without(before));
            parts.put(part.shard(), part);
        } else {
            before.labels().add(without(part));
        }
    }

    /** Rows alone: what a part cost is booked once. */
    private static FrozenLabels without(PartLabels part) {
        return part.labels().withoutAccounts();
    }

    private void differences(PartLabels before, PartLabels part, Question question, boolean settles) {
        Optional<FrozenRow> first = question.row(before);
        Optional<FrozenRow> second = question.row(part);
        if (first.isPresent() && second.isPresent()) {
            boolean differ = !first.equals(second);
            count(differ && settles ? settled : known, part.file());
            if (differ && !settles) {
                differ(part.file(), before.file(), question);
            }
        }
    }

    /** An item put to a model for the first time or another. */
    private record Question(ItemSets set, PromptTemplate template, Examinee examinee, Item item, int sample) {
        Optional<FrozenRow> row(PartLabels part) {
            return part.labels().row(examinee.id(), item.id(), sample);
        }

        String text() {
            return "model " + examinee.id() + ", item " + item.system() + "/" + item.id();
        }
    }

    private void each(Consumer<Question> consumer) {
        for (ItemSets set : items) {
            PromptTemplate template = new Prompts(setting.data()).template(set.system());
            for (Examinee examinee : setting.leaderboard().examinees()) {
                for (Item item : set.items()) {
                    for (int sample = 0;
                            sample < setting.leaderboard().sampling().samples();
                            sample++) {
                        consumer.accept(new Question(set, template, examinee, item, sample));
                    }
                }
            }
        }
    }

    private static void count(Map<Path, Long> counts, Path file) {
        counts.merge(file, 1L, Long::sum);
    }

    private void differ(Path file, Path other, Question question) {
        defects.add(new Defect(
                file,
                "is of another answer than " + other + ": " + question.text(),
                "find out why, then say whose stand: --prefer DIR"));
    }

    private void refuse() {
        if (defects.size() > SHOWN) {
            String more = "and " + (defects.size() - SHOWN) + " more answers";
            String file = defects.get(SHOWN).file();
            defects.subList(SHOWN, defects.size()).clear();
            defects.add(new Defect(file, more, "say whose stand: --prefer DIR"));
        }
        if (!defects.isEmpty()) {
            throw new DataException(List.copyOf(defects));
        }
    }

    /**
     * Holds the labels against the answers in a store.
     *
     * @param facts what the store says of itself: of other parts than it names it may have no answers anyway
     * @throws DataException naming each answer that is another one than the labels are of
     */
    void hold(Path file, Map<String, String> facts, RunStore store, ChatModels chat) {
        List<Shard> shards = ShardState.shards(facts);
        for (PartLabels part : parts.values()) {
            boolean apart = !shards.isEmpty()
                    && shards.stream()
                            .allMatch(shard -> shard.of() == part.shard().of() && !shard.equals(part.shard()));
            if (!apart) {
                each(question -> hold(part, file, question, store, chat));
            }
        }
        refuse();
    }

    private void hold(PartLabels part, Path file, Question asked, RunStore store, ChatModels chat) {
        Optional<FrozenRow> row = asked.row(part);
        if (row.isEmpty()) {
            return;
        }
        ChatRequest request = Interview.request(
                asked.examinee(),
                asked.set().system(),
                asked.template(),
                asked.item(),
                setting.leaderboard().sampling(),
                asked.sample());
        boolean differs = store.find(chat.key(request))
                .filter(result -> !of(
                        result,
                        request,
                        asked,
                        row.get().labels().outcome(),
                        row.get().answer()))
                .isPresent();
        boolean storeStands =
                winner.filter(file.toAbsolutePath().normalize()::equals).isPresent();
        if (differs && storeStands) {
            part.labels().drop(asked.examinee().id(), asked.item().id());
        }
        if (differs && (storeStands || winner.filter(part.file()::equals).isPresent())) {
            count(settled, part.file());
        } else if (differs) {
            differ(part.file(), file, asked);
        }
    }

    /** Whether a row can be of this end of a call; how it was read is left to the recogniser. */
    private static boolean of(ChatResult result, ChatRequest request, Question asked, Outcome outcome, long answer) {
        Response response =
                AnswerClassifier.read(asked.item().id(), asked.examinee().id(), request, result);
        return response.outcome() == Outcome.ANSWERED
                ? outcome == Outcome.UNSCORED
                        || outcome == Outcome.NOT_LEARNED
                        || outcome == Outcome.ANSWERED && Digest.first64(response.text()) == answer
                : response.outcome() == outcome;
    }

    /** Everything together. */
    FrozenLabels union() {
        FrozenLabels all = new FrozenLabels(setting.leaderboard().sampling().samples());
        parts.values().forEach(part -> all.add(part.labels()));
        return all;
    }

    /** What each file brought. */
    List<StoreReport.Merged> merged() {
        return files.stream()
                .map(part -> {
                    long same = known.getOrDefault(part.file(), 0L);
                    long other = settled.getOrDefault(part.file(), 0L);
                    return new StoreReport.Merged(
                            part.file().toString(), part.rows() - same - other, same, 0, part.leftOut(), other);
                })
                .toList();
    }
}
