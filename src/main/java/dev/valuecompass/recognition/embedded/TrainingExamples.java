package dev.valuecompass.recognition.embedded;

import dev.valuecompass.io.Digest;
import dev.valuecompass.recognition.LabelledAnswer;
import dev.valuecompass.value.Group;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns labelled answers into readings to learn from. */
final class TrainingExamples {
    /** Further values, far from the labelled one, that a key point is taken not to show. */
    private static final int CONTRASTS = 3;
    /** Beyond this many readings of one domain, whole prompts are left out, so that no source drowns the others. */
    private static final int MOST_OF_A_DOMAIN = 4_000;

    private final Theory theory;
    private final UnitReader reader;
    private final Map<String, List<Prototype>> prototypes = new TreeMap<>();

    TrainingExamples(Theory theory, UnitReader reader) {
        this.theory = theory;
        this.reader = reader;
    }

    List<TrainingExample> readings(List<LabelledAnswer> answers) {
        List<TrainingExample> readings = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            read(i, answers.get(i), readings);
        }
        return thinned(readings, answers);
    }

    private void read(int number, LabelledAnswer labelled, List<TrainingExample> readings) {
        ValueSystem system = theory.system(labelled.system());
        UnitReader.AnswerUnits answer =
                reader.read(labelled.answer(), labelled.opinion(), labelled.prompt(), theory.reader(labelled.system()));
        for (Unit unit :
                answer.units().stream().flatMap(Unit::withAndWithoutPrompt).toList()) {
            List<Features> features = Features.of(unit, prototypes(system));
            boolean marked = marked(unit, answer, labelled);
            int label = marked ? labelled.label() : 0;
            readings.add(reading(number, system, labelled.dimension(), answer.form(), features, label));
            if (marked && label == 1 && !labelled.evidence().isEmpty() && system.measures() == Measures.ALL) {
                for (String other : contrasts(system, labelled)) {
                    readings.add(reading(number, system, other, answer.form(), features, 0));
                }
            }
        }
    }

    private static TrainingExample reading(
            int number, ValueSystem system, String dimension, AnswerForm form, List<Features> features, int label) {
        Features own = features.get(system.dimensionIds().indexOf(dimension));
        return new TrainingExample(number, system.id(), dimension, form, own, label);
    }

    private List<Prototype> prototypes(ValueSystem system) {
        return prototypes.computeIfAbsent(system.id(), id -> Prototype.of(system, reader));
    }

    /** Of an opinion's key points only those with the evidence show the value; without a mark all of them may. */
    private static boolean marked(Unit unit, UnitReader.AnswerUnits answer, LabelledAnswer labelled) {
        if (answer.form() == AnswerForm.FREE || labelled.evidence().isEmpty()) {
            return true;
        }
        return labelled.evidence().stream()
                .anyMatch(mark -> unit.sentences().stream()
                        .anyMatch(sentence ->
                                overlaps(sentence.text(), mark) || unit.text().contains(mark)));
    }

    private static boolean overlaps(String sentence, String mark) {
        return mark.contains(sentence) || sentence.contains(mark);
    }

    /** Values that share no group with the labelled one and are not its neighbours, drawn by digest. */
    static List<String> contrasts(ValueSystem system, LabelledAnswer labelled) {
        List<String> ids = system.dimensionIds();
        return ids.stream()
                .filter(id -> far(system, labelled.dimension(), id))
                .sorted(Comparator.comparing(id -> Digest.sha256(id + labelled.answer())))
                .limit(CONTRASTS)
                .toList();
    }

    /** Whether two values share no group and are no neighbours in a circle. */
    static boolean far(ValueSystem system, String one, String other) {
        List<String> ids = system.dimensionIds();
        return !one.equals(other)
                && (!system.circular() || !neighbours(ids.indexOf(one), ids.indexOf(other), ids.size()))
                && system.groups().stream().noneMatch(group -> both(group, one, other));
    }

    private static boolean neighbours(int a, int b, int n) {
        int distance = Math.floorMod(a - b, n);
        return distance == 1 || distance == n - 1;
    }

    private static boolean both(Group group, String one, String other) {
        return group.dimensions().contains(one) && group.dimensions().contains(other);
    }

    private static List<TrainingExample> thinned(List<TrainingExample> readings, List<LabelledAnswer> answers) {
        Map<String, Integer> sizes = new TreeMap<>();
        readings.forEach(reading -> sizes.merge(Head.domain(reading.system(), reading.form()), 1, Integer::sum));
        return readings.stream()
                .filter(reading -> {
                    int size = sizes.get(Head.domain(reading.system(), reading.form()));
                    LabelledAnswer answer = answers.get(reading.answer());
                    boolean marked =
                            !answer.evidence().isEmpty() || answer.source().isEmpty();
                    return marked
                            || size <= MOST_OF_A_DOMAIN
                            || share(answer.prompt()) < (double) MOST_OF_A_DOMAIN / size;
                })
                .toList();
    }

    /** A number in [0, 1) that belongs to the prompt. */
    static double share(String prompt) {
        return Long.parseLong(Digest.sha256(prompt).substring(0, 8), 16) / (double) (1L << 32);
    }
}
