package dev.valuecompass.site.edition;

import dev.valuecompass.findings.Comparability;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.Alignment;
import dev.valuecompass.scores.Ranking;
import dev.valuecompass.site.text.Reasons;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.snapshot.check.Withdrawal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where every model stood in every period that stands, as little of it as pages about other periods need; and which
 * periods were withdrawn.
 */
public final class History {
    private final List<Period> periods = new ArrayList<>();
    /** Counted once: every page lists every period up to its own. */
    private final Map<String, Turnover> turnovers = new HashMap<>();

    private final Map<String, Withdrawal> withdrawn;

    private History(Map<String, Withdrawal> withdrawn) {
        this.withdrawn = withdrawn;
    }

    private record Turnover(long added, long gone) {}

    /** @param mean over all values of a system @param rank equal means share the best @param of how many have a mean */
    public record MeanAndRank(double mean, int rank, int of) {}

    /**
     * @param standings by system, then by model
     * @param since what may be compared with the period before; null for the first
     */
    public record Period(
            String period, Set<String> models, Map<String, Map<String, MeanAndRank>> standings, Comparability since) {}

    /** Of periods that all stand. */
    public static History of(List<Snapshot> oldestFirst) {
        return of(oldestFirst, Map.of());
    }

    /** @param oldestFirst what each period published @param withdrawn which of them were withdrawn, and why */
    public static History of(List<Snapshot> oldestFirst, Map<String, Withdrawal> withdrawn) {
        History history = new History(Map.copyOf(withdrawn));
        Snapshot before = null;
        for (Snapshot snapshot : oldestFirst) {
            if (withdrawn.containsKey(snapshot.period())) {
                continue;
            }
            Map<String, Map<String, MeanAndRank>> standings = new HashMap<>();
            snapshot.systems().forEach(result -> standings.put(result.system().id(), standings(result)));
            Set<String> models = new TreeSet<>();
            snapshot.models().forEach(model -> models.add(model.id()));
            history.periods.add(new Period(
                    snapshot.period(), models, standings, before == null ? null : Comparability.of(before, snapshot)));
            if (before != null) {
                Set<String> earlier =
                        history.periods.get(history.periods.size() - 2).models();
                history.turnovers.put(
                        snapshot.period(), new Turnover(beyond(models, earlier), beyond(earlier, models)));
            }
            before = snapshot;
        }
        return history;
    }

    /** Why a period does not stand any more; empty while it does. */
    public Optional<Withdrawal> withdrawal(String period) {
        return Optional.ofNullable(withdrawn.get(period));
    }

    /** Oldest first, without those that were withdrawn. */
    public List<Period> periods() {
        return List.copyOf(periods);
    }

    /** What is new in a period, such as "2 new models, 1 gone"; empty for the first one and where the models are the same. */
    public String news(String period, PageTexts words) {
        Turnover turnover = turnovers.get(period);
        if (turnover == null) {
            return "";
        }
        List<String> news = new ArrayList<>();
        if (turnover.added() > 0) {
            news.add(words.get("period.added", "n", turnover.added()));
        }
        if (turnover.gone() > 0) {
            news.add(words.get("period.gone", "n", turnover.gone()));
        }
        return words.list(news);
    }

    /** A period by its month and what is new in it. */
    public String label(String period, PageTexts words) {
        String news = withdrawn.containsKey(period) ? words.get("period.withdrawn") : news(period, words);
        return words.month(period) + (news.isEmpty() ? "" : " \u00b7 " + news);
    }

    /** Whether a period compares with the one before it, and why not; empty for null, which a withdrawn period has. */
    public static String since(Period period, PageTexts words) {
        if (period == null) {
            return "";
        }
        if (period.since() == null) {
            return words.get("model.since.first");
        }
        return switch (period.since().kind()) {
            case ALL -> words.get("model.since.all");
            case SHARED_ITEMS -> words.get("model.since.items");
            case NOTHING -> words.get("model.since.nothing", "reasons", Reasons.of(period.since(), words));
        };
    }

    private static long beyond(Set<String> models, Set<String> others) {
        return models.stream().filter(model -> !others.contains(model)).count();
    }

    private static Map<String, MeanAndRank> standings(SystemResult result) {
        Map<String, Double> means = new HashMap<>();
        result.headlines().forEach((model, scores) -> {
            Double mean = Alignment.equal(result.system().dimensionIds(), scores);
            if (mean != null) {
                means.put(model, mean);
            }
        });
        Map<String, MeanAndRank> standings = new HashMap<>();
        for (Ranking.RankedScore place : Ranking.of(means)) {
            standings.put(place.id(), new MeanAndRank(means.get(place.id()), place.rank(), means.size()));
        }
        return standings;
    }
}
