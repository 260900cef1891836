package dev.valuecompass.pipeline;

import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.pipeline.setup.Amendment;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/** From answers that were read to what is published: the gate, the frozen period, the site. */
public final class PeriodConclusion {
    private final RunSetting setting;
    private final String program;
    private final Consumer<String> progress;
    private final Runnable beside;

    /** @param program version of this program, for the record */
    public PeriodConclusion(RunSetting setting, String program, Consumer<String> progress) {
        this(setting, program, progress, () -> {});
    }

    /** @param beside what is done once the period is frozen, before its pages are made */
    public PeriodConclusion(RunSetting setting, String program, Consumer<String> progress, Runnable beside) {
        this.setting = setting;
        this.program = program;
        this.progress = progress;
        this.beside = beside;
    }

    /**
     * Freezes and renders, unless answers are missing that another run could bring, or none was scored: then nothing is
     * touched. A model of which too few answers can be scored for good has no figures, and holds up no other.
     *
     * @param chat tells what was sent
     */
    public RunReport draw(Examination.ExaminedModels result, ChatModels chat, Path out) {
        RunReport.Effort effort = RunReport.Effort.of(setting.leaderboard(), result, chat);
        List<Coverage.Gap> gaps = Coverage.of(setting.leaderboard(), chat).gaps(result.systems());
        SortedMap<String, Remarks> remarks = ModelRemarks.of(setting, result.systems(), result.accounts(), chat);
        Accounting accounting = Accounting.of(result.accounts().standings(), chat, remarks);
        boolean waits = gaps.stream().anyMatch(Coverage.Gap::holdsUp);
        if (waits || accounting.unfinished() || chat.heldBack() > 0 || limited(chat)) {
            return RunReport.incomplete(setting, effort, gaps, accounting);
        }
        PeriodRecord period = new Freezing(
                        setting, result.recognizer(), result.accounts().spent(), remarks, program)
                .period(result.systems(), result.cases(), result.gold());
        if (!period.scored()) {
            return RunReport.incomplete(setting, effort, gaps, accounting);
        }
        return RunReport.complete(setting, effort, gaps, publish(period, out), accounting);
    }

    /** A quota that comes back: what it held up can still be asked, so the period is not to be frozen yet. */
    private static boolean limited(ChatModels chat) {
        return chat.parked().stream().anyMatch(parked -> parked.limitedUntil() != null);
    }

    private RunReport.PublishedFiles publish(PeriodRecord period, Path out) {
        PeriodStore periods = new PeriodStore(setting.data().own());
        Amendment amendment = setting.amendment();
        boolean frozen = periods.periods().contains(setting.period());
        if (frozen
                && amendment.replaces(
                        periods.snapshot(setting.period()).synthetic(),
                        period.snapshot().synthetic())) {
            periods.replace(period);
        } else if (frozen && amendment.reason().isPresent()) {
            periods.revise(period, amendment.reason().get());
        } else {
            periods.write(period);
        }
        beside.run();
        progress.accept("rendering the site");
        return render(setting, out);
    }

    /** The pages of all periods, a frozen one among them, unless they lie there as they would be made again. */
    RunReport.PublishedFiles renderIfChanged(Path out) {
        if (Publishing.stands(setting.data(), out, Publishing.form(setting.leaderboard()))) {
            progress.accept("nothing that decides the site has changed since it was rendered, so it is left as it is"
                    + " (compass site renders it anyway)");
            return published(setting, Publishing.page(out));
        }
        progress.accept("rendering the site");
        return render(setting, out);
    }

    private static RunReport.PublishedFiles render(RunSetting setting, Path out) {
        return published(
                setting,
                Publishing.render(setting.data(), out, Publishing.form(setting.leaderboard()))
                        .page());
    }

    private static RunReport.PublishedFiles published(RunSetting setting, String page) {
        Path period = new PeriodStore(setting.data().own()).folder(setting.period());
        return new RunReport.PublishedFiles(period.toString(), page);
    }
}
