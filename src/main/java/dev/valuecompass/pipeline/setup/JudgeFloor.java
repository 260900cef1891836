package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.Decimals;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import java.util.ArrayList;
import java.util.List;

/** Whether a model that judges is known to agree with people. */
public final class JudgeFloor {
    /** Cohen's κ below which agreement is no more than fair (Landis and Koch 1977). */
    static final double FLOOR = 0.4;

    private JudgeFloor() {}

    /** What to tell of the judge of a leaderboard, a line for each system; empty where there is none or it is good enough. */
    public static List<String> warnings(RunSetting setting, ChatModel chat) {
        if (setting.leaderboard().roles().recognizer().readers().isEmpty()) {
            return List.of();
        }
        try (ValueRecognizer judge = setting.recognizer(chat)) {
            return warnings(
                    Recognizers.card(judge, setting.data()),
                    setting.leaderboard().systems().stream()
                            .map(SystemPlan::system)
                            .toList());
        }
    }

    static List<String> warnings(RecognizerCard card, List<String> systems) {
        List<String> warnings = new ArrayList<>();
        for (String system : systems) {
            RecognizerCard.Quality people = card.people().get(system);
            if (people == null || people.kappa() == null) {
                warnings.add(system + ": how far '" + card.id() + "' agrees with people has not been measured;"
                        + " ./compass recognizer evaluate --recognizer " + card.id()
                        + " --data FILE --people --keep WHAT does it");
            } else if (people.kappa() < FLOOR) {
                warnings.add(
                        system + ": '" + card.id() + "' agrees with people at κ = " + Decimals.of(people.kappa(), 2)
                                + ", below " + Decimals.of(FLOOR, 2) + "; try another judge or another prompt");
            }
        }
        return List.copyOf(warnings);
    }
}
