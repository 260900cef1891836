package dev.valuecompass.pipeline.validation;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.LabelledAnswer;
import dev.valuecompass.recognition.MutualAgreement;
import dev.valuecompass.scores.statistics.KrippendorffAlpha;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.GoldRecordFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From what several raters saw to one label for each answer, and how far they agree. What only one of them labelled is left
 * out of both.
 *
 * @param gold a line for each answer that two raters or more labelled
 * @param divided of these, what has no majority though most could tell: a further rater decides
 * @param single answers that one rater labelled
 */
record Adjudication(List<GoldRecord> gold, List<DrawnAnswer> divided, int single) {

    /** How far raters agree on one system. @param pairs Cohen's κ of each with each, of seeing the value */
    record Ceiling(String system, int answers, KrippendorffAlpha alpha, List<MutualAgreement> pairs) {}

    /** @param ratings by id of what was drawn, then by rater */
    static Adjudication of(List<DrawnAnswer> drawn, SortedMap<String, SortedMap<String, RaterLabels.Rating>> ratings) {
        List<GoldRecord> unweighed = new ArrayList<>();
        List<DrawnAnswer> divided = new ArrayList<>();
        Map<String, Integer> settled = new TreeMap<>();
        List<DrawnAnswer> kept = new ArrayList<>();
        int single = 0;
        for (DrawnAnswer answer : drawn) {
            SortedMap<String, RaterLabels.Rating> seen = ratings.getOrDefault(answer.id(), new TreeMap<>());
            if (seen.size() < 2) {
                single += seen.size();
                continue;
            }
            GoldRecord line = line(answer, seen);
            unweighed.add(line);
            kept.add(answer);
            if (line.settled()) {
                settled.merge(stratum(answer), 1, Integer::sum);
            } else if (2 * told(line) >= seen.size()) {
                divided.add(answer);
            }
        }
        List<GoldRecord> gold = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            DrawnAnswer answer = kept.get(i);
            GoldRecord line = unweighed.get(i);
            gold.add(line.settled() ? line.weighing((double) answer.of() / settled.get(stratum(answer))) : line);
        }
        return new Adjudication(gold, divided, single);
    }

    private static String stratum(DrawnAnswer answer) {
        return answer.system() + "/" + answer.stratum();
    }

    private static long told(GoldRecord line) {
        return line.raters().values().stream()
                .filter(vote -> !vote.equals(GoldRecord.UNSETTLED))
                .count();
    }

    private static GoldRecord line(DrawnAnswer answer, SortedMap<String, RaterLabels.Rating> seen) {
        SortedMap<String, String> raters = new TreeMap<>();
        seen.forEach((rater, rating) -> raters.put(rater, rating.code()));
        String label = GoldRecord.majority(raters);
        return GoldRecordFields.builder()
                .model(answer.model())
                .item(answer.item())
                .sample(answer.sample())
                .dimension(answer.dimension())
                .answer(answer.answer())
                .label(label)
                .weight(0)
                .raters(raters)
                .evidence(seen.values().stream()
                        .filter(rating -> rating.code().equals(label))
                        .flatMap(rating -> rating.evidence().stream())
                        .distinct()
                        .toList())
                .build();
    }

    /** What is settled, as lines that recognisers are measured on. */
    List<LabelledAnswer> lines(List<DrawnAnswer> drawn) {
        Map<String, GoldRecord> settled = new TreeMap<>();
        gold.stream()
                .filter(GoldRecord::settled)
                .forEach(one -> settled.put(DrawnAnswer.id(one.model(), one.caseId(), one.dimension()), one));
        return drawn.stream()
                .filter(one -> settled.containsKey(one.id()))
                .map(one -> line(one, settled.get(one.id())))
                .toList();
    }

    private static LabelledAnswer line(DrawnAnswer answer, GoldRecord gold) {
        char code = gold.label().charAt(0);
        int label = code == Label.EXPRESSES.code() ? 1 : code == Label.OPPOSES.code() ? -1 : 0;
        return new LabelledAnswer(
                answer.system(),
                answer.dimension(),
                answer.prompt(),
                answer.answer(),
                label,
                gold.evidence(),
                "labelled by " + String.join(", ", gold.raters().keySet()));
    }

    /** By system, of everything that was rated. */
    static List<Ceiling> ceilings(
            List<DrawnAnswer> drawn, SortedMap<String, SortedMap<String, RaterLabels.Rating>> ratings) {
        SortedMap<String, List<DrawnAnswer>> systems = drawn.stream()
                .filter(answer ->
                        ratings.getOrDefault(answer.id(), new TreeMap<>()).size() > 1)
                .collect(Collectors.groupingBy(DrawnAnswer::system, TreeMap::new, Collectors.toList()));
        List<Ceiling> ceilings = new ArrayList<>();
        systems.forEach((system, answers) -> ceilings.add(new Ceiling(
                system,
                answers.size(),
                KrippendorffAlpha.of(answers.stream()
                        .map(answer -> new KrippendorffAlpha.Unit(answer.prompt(), codes(ratings.get(answer.id()))))
                        .toList()),
                pairs(answers, ratings))));
        return ceilings;
    }

    private static String codes(SortedMap<String, RaterLabels.Rating> seen) {
        return seen.values().stream()
                .map(RaterLabels.Rating::code)
                .filter(code -> !code.equals(GoldRecord.UNSETTLED))
                .collect(Collectors.joining());
    }

    private static List<MutualAgreement> pairs(
            List<DrawnAnswer> answers, SortedMap<String, SortedMap<String, RaterLabels.Rating>> ratings) {
        SortedSet<String> raters = new TreeSet<>();
        answers.forEach(answer -> raters.addAll(ratings.get(answer.id()).keySet()));
        List<LabelledAnswer> lines = answers.stream()
                .map(one ->
                        new LabelledAnswer(one.system(), one.dimension(), one.prompt(), one.answer(), 0, List.of(), ""))
                .toList();
        List<MutualAgreement> pairs = new ArrayList<>();
        for (String one : raters) {
            for (String other : raters.tailSet(one + "\0")) {
                pairs.add(MutualAgreement.of(
                        one, seen(one, answers, ratings), other, seen(other, answers, ratings), lines));
            }
        }
        return pairs;
    }

    /** A label for each answer; null where this rater gave none. */
    private static List<Label> seen(
            String rater, List<DrawnAnswer> answers, SortedMap<String, SortedMap<String, RaterLabels.Rating>> ratings) {
        List<Label> seen = new ArrayList<>();
        for (DrawnAnswer answer : answers) {
            RaterLabels.Rating rating = ratings.get(answer.id()).get(rater);
            seen.add(
                    rating == null
                            ? null
                            : List.of(Label.values()).stream()
                                    .filter(label -> rating.code().charAt(0) == label.code())
                                    .findFirst()
                                    .orElse(null));
        }
        return seen;
    }
}
