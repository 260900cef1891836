package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.items.writing.EvolvedItem;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.ReviewRecord;
import dev.valuecompass.snapshot.ReviewRecord.ReviewVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The new items of a period: which were made, and which of them may be asked. */
public final class Reviews {
    private final RunSetting setting;

    public Reviews(RunSetting setting) {
        this.setting = setting;
    }

    /** New items of a system, those that were written for the period first; empty when there are none. */
    List<Item> made(SystemPlan plan) {
        RoundFiles rounds = new RoundFiles(setting.data().own(), setting.period());
        List<Item> made = new ArrayList<>(new WrittenItems(setting.data().own(), setting.period()).read(plan.system()));
        if (plan.evolve() != null && rounds.find(plan.system()).isPresent()) {
            rounds.read(plan.system()).stream().map(EvolvedItem::published).forEach(made::add);
        }
        return made;
    }

    /**
     * Those that may be asked: nobody rejected them, and there is nothing in them that no item may have unless somebody
     * approved of them all the same. A round of an earlier program, or one that was edited, is held against this too.
     */
    List<Item> askable(SystemPlan plan) {
        ReviewFile decisions = decisions(plan);
        Screen screen = screen(plan);
        return made(plan).stream()
                .filter(item -> decisions
                        .about(item)
                        .map(decision -> decision.verdict() == ReviewVerdict.APPROVED)
                        .orElseGet(() -> screen.objection(item.text()).isEmpty()))
                .toList();
    }

    /** What was decided about the new items of a system; empty when nothing was. */
    public List<ReviewRecord> decided(String system) {
        return setting.leaderboard().systems().stream()
                .filter(plan -> plan.system().equals(system))
                .flatMap(plan -> decisions(plan).about(made(plan)).stream())
                .toList();
    }

    /**
     * Lets a run pass on which everything is decided that has to be.
     *
     * @return what is left out of it, a sentence for each system; empty when nothing is
     * @throws ItemsNotReadyException otherwise
     */
    public List<String> require() {
        String waiting = setting.leaderboard().systems().stream()
                .filter(plan -> plan.review() == SystemPlan.Review.REQUIRED)
                .flatMap(plan -> waiting(plan).stream())
                .collect(Collectors.joining("\n"));
        if (!waiting.isEmpty()) {
            throw new ItemsNotReadyException(waiting
                    + "\nNothing was asked about them. Read them, decide, and run again: compass items review --period "
                    + setting.period());
        }
        return setting.leaderboard().systems().stream()
                .flatMap(plan -> leftOut(plan).stream())
                .toList();
    }

    private Optional<String> waiting(SystemPlan plan) {
        ReviewFile decisions = decisions(plan);
        List<Item> made = made(plan);
        long open =
                made.stream().filter(item -> decisions.about(item).isEmpty()).count();
        return open == 0
                ? Optional.empty()
                : Optional.of("%s: %d of %d new items of %s wait for a review"
                        .formatted(plan.system(), open, made.size(), setting.period()));
    }

    private Optional<String> leftOut(SystemPlan plan) {
        int made = made(plan).size();
        int asked = askable(plan).size();
        return made == asked
                ? Optional.empty()
                : Optional.of(("%s: %d of %d new items are left out, rejected in review or for what is in them;"
                                + " others of the round take their places as far as there are any")
                        .formatted(plan.system(), made - asked, made));
    }

    ReviewFile decisions(SystemPlan plan) {
        return new ReviewFile(setting.data().own(), setting.period(), plan.system());
    }

    Screen screen(SystemPlan plan) {
        return Screen.of(setting.leaderboard()).forItemsOf(setting.theory().system(plan.system()));
    }
}
