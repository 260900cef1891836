package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.ConditionPlan;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.findings.Findings;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.items.adaem.Explorer;
import dev.valuecompass.items.denevil.Tempter;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.site.Site;
import dev.valuecompass.site.finding.Insights;
import dev.valuecompass.site.methodology.ArticleTranslations;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.check.Withdrawal;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that can be wrong before a build, looked for in one go. */
public final class Check {
    private final List<Defect> defects = new ArrayList<>();
    private final List<Defect> warnings = new ArrayList<>();

    private Check() {}

    /**
     * What was found.
     *
     * @param defects mistakes that stop a run or a page
     * @param warnings what may be meant as it is, and most likely is not
     */
    public record Result(List<Defect> defects, List<Defect> warnings) {
        /** Whether there is no mistake; there may be warnings. */
        public boolean ok() {
            return defects.isEmpty();
        }
    }

    /**
     * Everything that is wrong, or looks so, in the configuration, the data files and the frozen periods.
     *
     * @param runs folder of run stores, whose answers may show that a setting does nothing; need not be there
     */
    public static Result of(DataFolder data, Path config, Path runs) {
        Check check = new Check();
        check.trying(() -> Theory.load(data, check.warnings::add)).ifPresent(theory -> {
            check.leaderboard(data, config, theory, runs);
            check.commentaries(data, theory);
        });
        check.trying(() -> ArticleTranslations.check(data)).ifPresent(check.defects::addAll);
        check.periods(data);
        check.trying(() -> Scaffold.placeholders(data.own())).ifPresent(check.warnings::addAll);
        return new Result(List.copyOf(check.defects), List.copyOf(check.warnings));
    }

    private void leaderboard(DataFolder data, Path config, Theory theory, Path runs) {
        trying(() -> LeaderboardReader.read(config, theory, data, warnings::add))
                .ifPresent(leaderboard -> {
                    trying(() -> FolderContents.doubts(data, leaderboard)).ifPresent(warnings::addAll);
                    opened(data, theory, leaderboard);
                    systems(data, theory, leaderboard);
                    if (leaderboard.conditions() != null) {
                        conditions(data, leaderboard, theory);
                    }
                    trying(() -> Efforts.doubts(leaderboard, data, config, runs))
                            .ifPresent(warnings::addAll);
                });
    }

    /** Whatever a run and its pages open, opened: providers, panels, recorded answers, readers, languages, maps. */
    private void opened(DataFolder data, Theory theory, LeaderboardConfig leaderboard) {
        int before = defects.size();
        trying(() -> {
            ChatModels.withoutStore(leaderboard, data, Map.of()).close();
            return true;
        });
        if (defects.size() == before) {
            trying(() -> {
                try (ChatModels chat = ChatModels.withoutStore(leaderboard, data, Map.of());
                        ValueRecognizer recognizer = Recognizers.unstored(leaderboard, data, theory, chat)) {
                    return recognizer.card();
                }
            });
        }
        trying(() -> new Site(data, Optional.empty(), leaderboard.site().languages()));
        leaderboard.systems().stream().filter(plan -> plan.evolve() != null).forEach(plan -> {
            ValueSystem system = theory.system(plan.system());
            trying(() -> system.elicitation() == Elicitation.OPINION
                    ? new Explorer(null, Map.of(), data, system)
                    : new Tempter(null, data, system, ""));
        });
    }

    /** Which items a period will ask is not known here, so a translation of an unknown item is found when it is asked. */
    private void conditions(DataFolder data, LeaderboardConfig leaderboard, Theory theory) {
        ConditionPlan plan = leaderboard.conditions();
        leaderboard
                .systems()
                .forEach(one -> trying(() -> {
                    new Prompts(data).check(theory.system(one.system()), plan);
                    return true;
                }));
        plan.languages().forEach(language -> trying(() -> Translations.read(data, language, Map.of())));
    }

    private void systems(DataFolder data, Theory theory, LeaderboardConfig leaderboard) {
        int before = defects.size();
        Screen screen = Screen.of(leaderboard);
        ItemIds ids = new ItemIds(leaderboard.sampling().samples());
        leaderboard.systems().forEach(plan -> {
            ValueSystem system = theory.system(plan.system());
            Path pool = data.file(plan.pool());
            trying(() -> TopicPool.read(pool, system)).ifPresent(items -> {
                defects.addAll(ids.add(items, pool.toString()));
                if (plan.items() > items.size() && plan.evolve() == null) {
                    warnings.add(new Defect(
                            pool,
                            plan.items() + " items of " + plan.system() + " are wanted, and there are " + items.size(),
                            "add items, or lower 'items' in leaderboard.yml; a run asks all there are"));
                }
                trying(() -> TopicPool.unfit(pool, system, screen.forItemsOf(system)))
                        .ifPresent(defects::addAll);
            });
            plan.referencePools().forEach(file -> trying(() -> TopicPool.read(data.file(file), system)));
            trying(() -> new Prompts(data).template(theory.system(plan.system())));
        });
        if (defects.size() == before) {
            trying(() -> new RecordedFit(leaderboard, data, theory).all()).ifPresent(fit -> {
                defects.addAll(fit.defects());
                warnings.addAll(fit.warnings());
            });
        }
    }

    private void periods(DataFolder data) {
        PeriodStore store = new PeriodStore(data.own());
        trying(() -> Withdrawal.check(data.own().resolve("periods"))).ifPresent(defects::addAll);
        trying(store::periods)
                .ifPresent(periods -> periods.forEach(
                        period -> trying(() -> store.check(period)).ifPresent(defects::addAll)));
    }

    /** A commentary must not claim what its period denies; a period that cannot be read is reported elsewhere. */
    private void commentaries(DataFolder data, Theory theory) {
        PeriodStore store = new PeriodStore(data.own());
        Insights insights = new Insights(data);
        Optional<PeriodRecord> before = Optional.empty();
        for (String period : readable(store)) {
            Optional<PeriodRecord> earlier = before;
            Optional<PeriodRecord> now = read(store, period);
            now.ifPresent(record -> defects.addAll(insights.check(period, () -> Findings.of(record, earlier, theory))));
            before = stands(store, period) ? now : earlier;
        }
    }

    /** Nothing is compared with a withdrawn period. */
    private static boolean stands(PeriodStore store, String period) {
        try {
            return Withdrawal.of(store.folder(period)).isEmpty();
        } catch (DataException e) {
            return false;
        }
    }

    private static List<String> readable(PeriodStore store) {
        try {
            return store.periods();
        } catch (DataException e) {
            return List.of();
        }
    }

    private static Optional<PeriodRecord> read(PeriodStore store, String period) {
        try {
            return Optional.of(store.read(period));
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> trying(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (DataException e) {
            defects.addAll(e.defects());
            return Optional.empty();
        }
    }
}
