package dev.valuecompass.pipeline.shards;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.EndpointFields;
import dev.valuecompass.config.Evaluation;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RateLimits;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.Item;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.value.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an evaluation: all models and samples of the items whose id falls to it. That follows from the item alone, so
 * more items or models leave the others where they are.
 *
 * @param number from 1 to {@code of}
 */
public record Shard(int number, int of) {
    /** The one part of an evaluation that is not divided. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");
    private static final int HEX_DIGITS = 15;
    private static final int PLACES = 6;

    /** @param text such as {@code 2/4}; empty when it is nothing of the kind */
    public static Optional<Shard> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                        .filter(shard -> shard.number() <= shard.of())
                : Optional.empty();
    }

    /** The part that an item falls to when there are {@code of} of them. */
    static Shard of(Item item, int of) {
        String digest = Digest.sha256(item.system() + "/" + item.id());
        return new Shard((int) (Long.parseLong(digest.substring(0, HEX_DIGITS), 16) % of) + 1, of);
    }

    boolean holds(Item item) {
        return of(item, of).number() == number;
    }

    /** The items of this part, in their order. */
    List<ItemSets> of(List<ItemSets> items) {
        return items.stream()
                .map(set -> new ItemSets(
                        set.system(), set.items().stream().filter(this::holds).toList()))
                .toList();
    }

    /** A question of a second instrument as what falls to a part. */
    static Item item(Instrument instrument, Instrument.Question question) {
        return new Item(question.id(), "instrument " + instrument.id(), List.of(), "", "", false, null);
    }

    /** The questions of this part, in their order; instruments without any are left out. */
    List<Instrument> ofInstruments(List<Instrument> instruments) {
        return instruments.stream()
                .map(one -> new Instrument(
                        one.id(),
                        one.system(),
                        one.name(),
                        one.elicitation(),
                        one.questions().stream()
                                .filter(question -> holds(item(one, question)))
                                .toList(),
                        one.sources()))
                .filter(one -> !one.questions().isEmpty())
                .toList();
    }

    /**
     * The setting under which this part works: what endpoints take at once and in a time and what may be spent are divided,
     * so that all parts together keep to what the leaderboard file says. Each keeps at least one of what is counted.
     */
    public RunSetting share(RunSetting setting) {
        LeaderboardConfig whole = setting.leaderboard();
        Evaluation rules = whole.evaluation();
        return setting.with(
                whole.withEndpoints(whole.endpoints().stream().map(this::share).toList())
                        .withEvaluation(rules.withBudget(share(rules.budget()))));
    }

    private BigDecimal share(BigDecimal budget) {
        return budget == null ? null : budget.divide(BigDecimal.valueOf(of), PLACES, RoundingMode.DOWN);
    }

    private Endpoint share(Endpoint e) {
        return EndpointFields.copy(e)
                .concurrency(part(e.concurrency()))
                .limits(share(e.limits()))
                .build();
    }

    private RateLimits share(RateLimits limits) {
        return new RateLimits(
                part(limits.requestsPerMinute()),
                part(limits.tokensPerMinute()),
                part(limits.requestsPerDay()),
                limits.day());
    }

    private Integer part(Integer whole) {
        return whole == null ? null : Integer.valueOf(Math.max(1, whole / of));
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
