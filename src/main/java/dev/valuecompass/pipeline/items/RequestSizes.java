package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.items.Item;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.List;

/** How long the requests of a generation are, in characters where nothing else is said. */
final class RequestSizes {
    private static final int CHARACTERS_A_TOKEN = 4;
    /** Of what is shown of each answer to an explorer that reflects. */
    private static final int SHOWN = 300;
    /** Of an answer: tokens a key point, tokens of a continued story. */
    private static final double POINT = 87;

    private static final double STORY = 120;

    private final RunSetting setting;
    private final ValueSystem system;
    private final Evolution evolve;
    private final double item;

    RequestSizes(RunSetting setting, ValueSystem system, List<Item> topics, Evolution evolve) {
        this.setting = setting;
        this.system = system;
        this.evolve = evolve;
        this.item = topics.stream()
                .mapToInt(topic -> topic.text().length())
                .average()
                .orElse(0);
    }

    private boolean stories() {
        return system.elicitation() != Elicitation.OPINION;
    }

    /** Of a starting item, in the mean. */
    double item() {
        return item;
    }

    /** Passages of an answer that are read one at a time. */
    int opinions() {
        return stories() ? 1 : evolve.opinions();
    }

    double answerTokens() {
        return stories() ? STORY : POINT * evolve.opinions();
    }

    double passage() {
        return CHARACTERS_A_TOKEN * answerTokens() / opinions();
    }

    /** Of the prompt by which panels, and later examinees, are asked. */
    double trialPrompt() {
        return new Prompts(setting.data()).template(system).text().length() + item;
    }

    /** Of a proposal, in the mean of its two steps; for stories of the violation step. */
    double firstPrompt() {
        if (stories()) {
            return template("denevil-violate.md")
                    + definitions() / system.dimensions().size()
                    + item;
        }
        double both = template("adaem-fact.md") + template("adaem-question.md") + (2 + evolve.shots()) * item;
        return both / 2 + definitions();
    }

    /** Of a refinement, in the mean of its two steps; for stories of the inference step. */
    double secondPrompt() {
        if (stories()) {
            double continuation = CHARACTERS_A_TOKEN * answerTokens();
            return template("denevil-infer.md")
                    + definitions() / system.dimensions().size()
                    + item
                    + continuation;
        }
        double shown =
                (double) SHOWN * setting.leaderboard().roles().explorers().size();
        return (template("adaem-reflect.md") + template("adaem-refine.md") + 2 * item + shown) / 2;
    }

    /** Of a request to the generator, with seven measured items. */
    double generatorPrompt() {
        return template("generate-items.md") + 7 * item;
    }

    private double definitions() {
        return system.dimensions().stream().mapToInt(RequestSizes::length).sum();
    }

    private static int length(Dimension dimension) {
        return dimension.name().length() + dimension.definition().length();
    }

    private double template(String name) {
        return setting.data().text("prompts/" + name).length();
    }
}
