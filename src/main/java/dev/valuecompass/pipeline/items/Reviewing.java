package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.screening.Objection;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.ReviewRecord;
import dev.valuecompass.snapshot.ReviewRecord.ReviewVerdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows a period's new items to a person and keeps what that person decides. */
public final class Reviewing {
    /** Approves of every item that nobody decided about. */
    public static final String ALL = "all";

    private final RunSetting setting;
    private final Reviews reviews;

    public Reviewing(RunSetting setting) {
        this.setting = setting;
        this.reviews = new Reviews(setting);
    }

    /**
     * What a person decides.
     *
     * @param approve ids, or {@link #ALL}
     * @param reject ids
     * @param reason why they are rejected
     * @param by name of the person
     */
    public record Decision(List<String> approve, List<String> reject, String reason, String by) {}

    /**
     * A new item as a person reads it.
     *
     * @param dimensions ids; what an answer is read for
     * @param objection what is in it that no item may have; null when nothing is
     * @param decision null when nobody decided about it as it is
     */
    public record ReviewedItem(
            String id,
            String text,
            String category,
            List<String> dimensions,
            Provenance provenance,
            Objection objection,
            ReviewRecord decision) {}

    /**
     * The round of one system.
     *
     * @param refused what was refused while the items were made
     */
    public record SystemReview(
            String system, SystemPlan.Review review, List<ReviewedItem> items, Refusals.Tally refused) {
        long open() {
            return items.stream().filter(item -> item.decision() == null).count();
        }

        long rejected() {
            return items.stream()
                    .filter(item -> item.decision() != null && item.decision().verdict() == ReviewVerdict.REJECTED)
                    .count();
        }
    }

    /** @param open how many items nobody has decided about */
    public record Report(String period, long open, List<SystemReview> systems) {
        public String text() {
            return ReviewText.of(this);
        }
    }

    /**
     * @param only id of a system; empty for all that have new items
     * @throws DataException when there are no new items
     */
    public Report report(String only) {
        List<SystemReview> systems = plans(only).stream().map(this::read).toList();
        return new Report(
                setting.period(), systems.stream().mapToLong(SystemReview::open).sum(), systems);
    }

    /**
     * Keeps a decision; nothing is kept when an id is unknown.
     *
     * @throws DataException naming every id that no new item has
     */
    public Report decide(String only, Decision decision, Instant now) {
        List<SystemPlan> plans = plans(only);
        Set<String> known = new HashSet<>();
        plans.forEach(plan -> reviews.made(plan).forEach(item -> known.add(item.id())));
        refuse("--approve", decision.approve(), known);
        refuse("--reject", decision.reject(), known);
        for (SystemPlan plan : plans) {
            ReviewFile file = reviews.decisions(plan);
            List<ReviewRecord> made = new ArrayList<>();
            for (Item item : reviews.made(plan)) {
                if (decision.reject().contains(item.id())) {
                    made.add(record(item, ReviewVerdict.REJECTED, decision, now));
                } else if (decision.approve().contains(item.id())
                        || decision.approve().contains(ALL) && file.about(item).isEmpty()) {
                    made.add(record(item, ReviewVerdict.APPROVED, decision, now));
                }
            }
            if (!made.isEmpty()) {
                file.add(made);
            }
        }
        return report(only);
    }

    private static ReviewRecord record(Item item, ReviewVerdict verdict, Decision decision, Instant now) {
        return new ReviewRecord(
                item.id(),
                ReviewFile.digest(item),
                verdict,
                verdict == ReviewVerdict.REJECTED ? decision.reason() : "",
                decision.by(),
                now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static void refuse(String option, List<String> ids, Set<String> known) {
        ids.stream()
                .filter(id -> !id.equals(ALL) && !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new DataException(
                            option,
                            "no new item has the id '" + id + "'; nothing was kept",
                            NearestName.remedy(id, known));
                });
    }

    private List<SystemPlan> plans(String only) {
        List<SystemPlan> plans = setting.leaderboard().systems().stream()
                .filter(plan -> only.isEmpty() || plan.system().equals(only))
                .filter(plan -> !reviews.made(plan).isEmpty())
                .toList();
        if (plans.isEmpty()) {
            throw new DataException(
                    setting.data().own().resolve("rounds").resolve(setting.period()),
                    "there are no new items" + (only.isEmpty() ? "" : " of " + only) + " in " + setting.period(),
                    "make them first: compass items generate");
        }
        return plans;
    }

    private SystemReview read(SystemPlan plan) {
        ReviewFile decisions = reviews.decisions(plan);
        var screen = reviews.screen(plan);
        List<ReviewedItem> items = reviews.made(plan).stream()
                .map(item -> new ReviewedItem(
                        item.id(),
                        item.text(),
                        item.category(),
                        item.dimensions(),
                        item.provenance(),
                        screen.objection(item.text()).orElse(null),
                        decisions.about(item).orElse(null)))
                .toList();
        Refusals.Tally refused = new RoundFiles(setting.data().own(), setting.period())
                .find(plan.system())
                .map(round -> round.refused())
                .orElse(Refusals.Tally.NONE);
        return new SystemReview(plan.system(), plan.review(), items, refused);
    }
}
