package dev.valuecompass.pipeline.shards;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.store.Admission;
import dev.valuecompass.pipeline.Experiment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which rows belong into the store of a shard: answers to this evaluation's items of its own part, what was read in them,
 * and what models with a role were asked on the way. A store may come from a machine or a fork that nobody here answers
 * for, so a row that has no business in it is a reason to stop.
 */
final class Belonging implements Admission {
    private final ExpectedCalls expected;
    private final Map<String, String> facts;
    private final List<Shard> shards;
    private final boolean leaveOut;

    /**
     * @param facts what the store says its answers are answers to
     * @param leaveOut whether foreign rows are left out without a word
     */
    Belonging(ExpectedCalls expected, Map<String, String> facts, boolean leaveOut) {
        this.expected = expected;
        this.facts = facts;
        this.shards = ShardState.shards(facts);
        this.leaveOut = leaveOut;
    }

    @Override
    public Ruling of(String digest, String key) {
        Ruling ruling = rule(digest, key);
        return leaveOut && ruling.verdict() == RowDecision.FOREIGN ? Ruling.LEFT_OVER : ruling;
    }

    private Ruling rule(String digest, String key) {
        Optional<ExpectedCalls.ItemOfModel> place = expected.find(digest);
        if (place.isPresent()) {
            return inPart(List.of(place.get().item()), place.get().text());
        }
        // Of a failed call only the digest is there; nobody looks for this one.
        return key.isEmpty()
                ? Ruling.WELCOME
                : parse(key).map(this::other).orElseGet(() -> stranger(name(digest, key)));
    }

    private Ruling other(CallKey call) {
        if (call.kind().equals(StoredRecognitions.KIND)) {
            return recognition(call);
        }
        if (expected.helps(call)) {
            return Ruling.WELCOME;
        }
        boolean ofFormerModel = facts.containsValue(Experiment.source(call)) && !expected.examinesLike(call);
        boolean ofFormerItem = expected.examinesLike(call) && (expected.beyondSamples(call) || hasFormerItems());
        return ofFormerModel || ofFormerItem ? Ruling.LEFT_OVER : stranger("model " + call.model());
    }

    private Ruling recognition(CallKey call) {
        String system = String.valueOf(call.parameters().get("system"));
        String text = call.messages().isEmpty() ? "" : call.messages().get(0).content();
        List<Item> items = expected.items(system, text);
        String what = "model " + call.model() + ", what was read in its answer";
        if (items.isEmpty()) {
            return former(system, text) ? Ruling.LEFT_OVER : stranger(what);
        }
        Item item = items.get(0);
        return expected.examines(call.model()) || facts.containsKey("model " + call.model())
                ? inPart(items, what + " to item " + item.system() + "/" + item.id())
                : stranger(what + " to item " + item.system() + "/" + item.id());
    }

    private boolean former(String system, String text) {
        String digest = Experiment.textDigest(text);
        return facts.entrySet().stream()
                .anyMatch(fact -> fact.getKey().startsWith("item " + system + "/")
                        && fact.getValue().equals(digest));
    }

    /** Whether the store was made for items that the evaluation has no more. */
    private boolean hasFormerItems() {
        return facts.keySet().stream().anyMatch(name -> name.startsWith("item ") && !expected.hasItem(name));
    }

    private Ruling inPart(List<Item> items, String what) {
        boolean holds = shards.isEmpty()
                || shards.stream().anyMatch(shard -> items.stream().anyMatch(shard::holds));
        return holds
                ? Ruling.WELCOME
                : Ruling.foreign(
                        "is the store of shard " + named(shards) + " and answers for shard "
                                + Shard.of(items.get(0), shards.get(0).of()) + ": " + what,
                        fix());
    }

    private Ruling stranger(String what) {
        return Ruling.foreign("holds an answer to nothing that this evaluation asks: " + what, fix());
    }

    private String fix() {
        return "evaluate " + (shards.isEmpty() ? "it" : "shard " + named(shards))
                + " again in an empty --runs folder, or merge without such rows: --leave-out";
    }

    private static String named(List<Shard> shards) {
        return shards.stream().map(Shard::toString).collect(Collectors.joining(" and "));
    }

    private static Optional<CallKey> parse(String key) {
        try {
            return Optional.of(Json.parse(key, CallKey.class, "key"));
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name(String digest, String key) {
        return expected.find(digest)
                .map(ExpectedCalls.ItemOfModel::text)
                .or(() -> parse(key).map(this::described))
                .orElse("call " + digest);
    }

    private String described(CallKey call) {
        boolean read =
                call.kind().equals(StoredRecognitions.KIND) && !call.messages().isEmpty();
        List<Item> items = read
                ? expected.items(
                        String.valueOf(call.parameters().get("system")),
                        call.messages().get(0).content())
                : List.of();
        return "model " + call.model()
                + (items.isEmpty()
                        ? ", asked in another role"
                        : ", what was read in its answer to item "
                                + items.get(0).system() + "/" + items.get(0).id());
    }
}
