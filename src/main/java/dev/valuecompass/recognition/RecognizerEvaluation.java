package dev.valuecompass.recognition;

import dev.valuecompass.io.ByName;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.recognition.RecognizerCard.Opposed;
import dev.valuecompass.responses.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares a recogniser with labelled answers. The question is whether the value is shown: a label of -1 counts as not
 * shown, as does a judgement of {@link Label#OPPOSES}. Whether the recogniser has seen the answers before is for the caller
 * to know.
 */
public final class RecognizerEvaluation {
    private static final long SEED = 20_260_101;
    private static final int BINS = 10;

    private final ValueRecognizer recognizer;

    public RecognizerEvaluation(ValueRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /**
     * @param overall all lines together
     * @param systems by system id
     * @param dimensions by {@code system/dimension}
     */
    public record Report(Metrics overall, Map<String, Metrics> systems, Map<String, Metrics> dimensions) {}

    /**
     * @param n lines that the recogniser read
     * @param failed lines on which it failed, which enter no other figure
     * @param prompts different prompts among the lines read
     * @param shown share of lines whose label is 1
     * @param auc null where all labels are equal
     * @param kappa Cohen's κ; null where undefined
     * @param kappaLow lower end of its 95 % interval, bootstrapped over prompts; null where undefined
     * @param kappaHigh upper end
     * @param counts the confusion matrix
     * @param calibration tenths of the predicted probability, without the empty ones
     * @param evidence answers whose evidence overlaps a marked passage, of those seen rightly that have a mark
     * @param opposed how far opposition is seen
     */
    @ByName
    public record Metrics(
            int n,
            int failed,
            int prompts,
            double shown,
            Double auc,
            double accuracy,
            double macroF1,
            Double kappa,
            Double kappaLow,
            Double kappaHigh,
            Agreement counts,
            List<Bin> calibration,
            Overlap evidence,
            Opposed opposed) {}

    /**
     * @param predicted mean predicted probability of the lines in this bin
     * @param observed share of them whose label is 1
     */
    public record Bin(int n, double predicted, double observed) {}

    /** How often the evidence met a marked passage. */
    public record Overlap(int met, int of) {}

    /** One labelled line and what became of it; label and pair are null when the recogniser failed. */
    private record EvaluatedLine(LabelledAnswer line, Label label, Agreement.Pair pair, Boolean evidenceMet) {}

    /**
     * @param seen what was read in each line, in their order; null where the recogniser failed
     */
    public record Judged(Report report, List<Label> seen) {}

    /** Reads every line once, with as many threads as there are processors. */
    public Report evaluate(List<LabelledAnswer> lines) {
        return judge(lines).report();
    }

    /** The same, with what was read in each line. */
    public Judged judge(List<LabelledAnswer> lines) {
        List<EvaluatedLine> outcomes = IntStream.range(0, lines.size())
                .parallel()
                .mapToObj(i -> outcome(i, lines.get(i)))
                .toList();
        Map<String, List<EvaluatedLine>> systems = new TreeMap<>();
        Map<String, List<EvaluatedLine>> dimensions = new TreeMap<>();
        for (EvaluatedLine outcome : outcomes) {
            String system = outcome.line().system();
            systems.computeIfAbsent(system, key -> new ArrayList<>()).add(outcome);
            dimensions
                    .computeIfAbsent(system + "/" + outcome.line().dimension(), key -> new ArrayList<>())
                    .add(outcome);
        }
        return new Judged(
                new Report(figures(outcomes), figures(systems), figures(dimensions)),
                outcomes.stream().map(EvaluatedLine::label).collect(Collectors.toCollection(ArrayList::new)));
    }

    private EvaluatedLine outcome(int number, LabelledAnswer line) {
        Item item = new Item(
                "line-" + number,
                line.system(),
                List.of(line.dimension()),
                "",
                line.prompt(),
                false,
                new Provenance("labelled", "", "", "", "", Map.of()));
        Response response = Response.answered(item.id(), "labelled", 0, line.answer(), line.opinion());
        Recognition recognition = recognizer.recognize(item, response);
        if (recognition.failed()) {
            return new EvaluatedLine(line, null, null, null);
        }
        Judgement judgement = recognition.judgements().get(0);
        boolean seen = judgement.label() == Label.EXPRESSES;
        boolean shown = line.label() == 1;
        double score = seen ? judgement.strength() : 1 - judgement.strength();
        Boolean met = seen && shown && !line.evidence().isEmpty() ? met(line, judgement.evidence()) : null;
        return new EvaluatedLine(line, judgement.label(), new Agreement.Pair(line.prompt(), shown, seen, score), met);
    }

    private static boolean met(LabelledAnswer line, List<Evidence> evidence) {
        for (String mark : line.evidence()) {
            int from = line.answer().indexOf(mark);
            int to = from + mark.length();
            if (from >= 0 && evidence.stream().anyMatch(span -> span.start() < to && span.end() > from)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Metrics> figures(Map<String, List<EvaluatedLine>> groups) {
        Map<String, Metrics> figures = new TreeMap<>();
        groups.forEach((key, outcomes) -> figures.put(key, figures(outcomes)));
        return figures;
    }

    private static Metrics figures(List<EvaluatedLine> outcomes) {
        List<Agreement.Pair> pairs = outcomes.stream()
                .map(EvaluatedLine::pair)
                .filter(pair -> pair != null)
                .toList();
        Agreement counts = Agreement.of(pairs);
        double[] interval = KappaInterval.of(pairs, SEED);
        List<Boolean> met = outcomes.stream()
                .map(EvaluatedLine::evidenceMet)
                .filter(one -> one != null)
                .toList();
        int n = pairs.size();
        return RecognizerEvaluationMetricsFields.builder()
                .n(n)
                .failed(outcomes.size() - n)
                .prompts((int)
                        pairs.stream().map(Agreement.Pair::group).distinct().count())
                .shown(
                        n == 0
                                ? 0
                                : (double) pairs.stream()
                                                .filter(Agreement.Pair::shown)
                                                .count()
                                        / n)
                .auc(Agreement.auc(pairs))
                .accuracy(n == 0 ? 0 : counts.accuracy())
                .macroF1(counts.macroF1())
                .kappa(counts.kappa())
                .kappaLow(interval == null ? null : interval[0])
                .kappaHigh(interval == null ? null : interval[1])
                .counts(counts)
                .calibration(calibration(pairs))
                .evidence(new Overlap((int) met.stream().filter(one -> one).count(), met.size()))
                .opposed(opposed(
                        outcomes.stream().filter(one -> one.pair() != null).toList()))
                .build();
    }

    private static Opposed opposed(List<EvaluatedLine> read) {
        Predicate<EvaluatedLine> labelled = one -> one.line().label() < 0;
        Predicate<EvaluatedLine> seen = one -> one.label() == Label.OPPOSES;
        return new Opposed(count(read, labelled), count(read, seen), count(read, labelled.and(seen)), "");
    }

    private static int count(List<EvaluatedLine> read, Predicate<EvaluatedLine> which) {
        return (int) read.stream().filter(which).count();
    }

    private static List<Bin> calibration(List<Agreement.Pair> pairs) {
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            int bin = b;
            List<Agreement.Pair> inside = pairs.stream()
                    .filter(pair -> Math.min((int) (pair.score() * BINS), BINS - 1) == bin)
                    .toList();
            if (!inside.isEmpty()) {
                bins.add(new Bin(
                        inside.size(),
                        inside.stream()
                                .mapToDouble(Agreement.Pair::score)
                                .average()
                                .orElseThrow(),
                        (double) inside.stream().filter(Agreement.Pair::shown).count() / inside.size()));
            }
        }
        return List.copyOf(bins);
    }
}
