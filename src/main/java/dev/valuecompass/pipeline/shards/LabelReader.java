package dev.valuecompass.pipeline.shards;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.io.MeasuredOutput;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.pipeline.Account;
import dev.valuecompass.pipeline.FrozenLabels;
import dev.valuecompass.pipeline.items.ItemSets;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the frozen labels of a part, which may come from a machine that nobody here answers for. They are believed no more
 * than the part that they are of: a row that has no business there, or cannot be of an answer, is a reason to stop.
 */
final class LabelReader {
    private static final int SHOWN = 20;
    private static final int HEX = 16;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_NAMES = 20;
    private static final long MOST_TOKENS = 1_000_000;
    private static final long MOST_DOLLARS = 1_000;
    private static final int MOST_PLACES = 30;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16}");
    private static final String AGAIN = "evaluate the shard again where its answers are, with --freeze-labels";

    private final RunSetting setting;
    private final String reader;
    private final boolean leaveOut;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, ValueSystem> systems = new HashMap<>();
    private final Set<String> models = new HashSet<>();

    /**
     * @param reader by what answers are read here
     * @param leaveOut whether foreign rows are left out without a word
     */
    LabelReader(RunSetting setting, List<ItemSets> sets, String reader, boolean leaveOut) {
        this.setting = setting;
        this.reader = reader;
        this.leaveOut = leaveOut;
        sets.forEach(set -> {
            systems.put(set.system().id(), set.system());
            set.items().forEach(item -> items.put(item.id(), item));
        });
        setting.leaderboard().examinees().stream().map(Examinee::id).forEach(models::add);
    }

    /**
     * What is in a file.
     *
     * @param facts what its answers are answers to
     * @param rows how many of its rows are taken
     * @param leftOut rows of models, items or samples that are asked no more, and foreign ones where they are left out
     */
    record PartLabels(
            Path file, Shard shard, Map<String, String> facts, FrozenLabels labels, long rows, long leftOut) {}

    /** @throws DataException naming every line that is wrong, the first of many */
    PartLabels read(Path file) {
        Reading reading = new Reading(file);
        JsonLines.forEachLine(file, reading::line);
        return reading.end();
    }

    /** One file as it is read. */
    private final class Reading {
        private final Path file;
        private final List<Defect> defects = new ArrayList<>();
        private final FrozenLabels labels =
                new FrozenLabels(setting.leaderboard().sampling().samples());
        private final MeasuredOutput digest = new MeasuredOutput(OutputStream.nullOutputStream());
        private LabelFile.Header header;
        private Shard shard;
        private LabelFile.Footer footer;
        private long rows;
        private long taken;
        private long leftOut;
        private int wrong;

        Reading(Path file) {
            this.file = file;
        }

        void line(String text, int number) {
            if (footer != null) {
                throw defect(number, "a line behind the one that seals the file", AGAIN);
            }
            if (text.startsWith(LabelFile.SEALING)) {
                footer = parse(text, LabelFile.Footer.class, number);
                return;
            }
            measure(text);
            if (header == null) {
                header(text, number);
                return;
            }
            rows++;
            LabelFile.Row row = parse(text, LabelFile.Row.class, number);
            if (Stream.of(row.system(), row.model(), row.item(), row.sample(), row.outcome(), row.labels())
                    .anyMatch(Objects::isNull)) {
                wrong(number, "a row without system, model, item, sample, outcome or labels", AGAIN);
            } else {
                row(row, number);
            }
        }

        private void measure(String text) {
            try {
                digest.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void header(String text, int number) {
            LabelFile.Header read = parse(text, LabelFile.Header.class, number);
            if (read.labels() != LabelFile.VERSION) {
                throw defect(
                        number,
                        "holds no labels of a shard in the form that this version reads, " + LabelFile.VERSION,
                        "name the file that evaluate --freeze-labels wrote, by the same version of compass");
            }
            if (!setting.period().equals(read.period())) {
                throw defect(
                        number,
                        "holds labels of " + read.period(),
                        "name those of " + setting.period() + ", or --period");
            }
            shard = Shard.parse(String.valueOf(read.shard()))
                    .orElseThrow(() -> defect(number, "'" + read.shard() + "' is no shard", AGAIN));
            if (!reader.equals(read.reader())) {
                throw defect(
                        number,
                        "its answers were read by " + read.reader() + ", those of this evaluation are by " + reader,
                        "labels cannot be read again without their answers: " + AGAIN
                                + " and this version, or merge its run store");
            }
            if (read.facts() == null || read.accounts() == null) {
                throw defect(number, "a first line without facts or accounts", AGAIN);
            }
            header = read;
        }

        private void row(LabelFile.Row row, int number) {
            Item item = items.get(row.item());
            String name = "model " + row.model() + ", item " + row.system() + "/" + row.item();
            int samples = setting.leaderboard().sampling().samples();
            if (row.sample() < 0) {
                wrong(number, "sample " + row.sample() + " of " + name, AGAIN);
            } else if (item == null || !item.system().equals(row.system()) || !models.contains(row.model())) {
                boolean former = item == null && header.facts().containsKey("item " + row.system() + "/" + row.item())
                        || !models.contains(row.model()) && header.facts().containsKey("model " + row.model());
                foreign(former, number, "holds labels of nothing that this evaluation asks: " + name);
            } else if (!Shard.of(item, shard.of()).equals(shard)) {
                foreign(
                        false,
                        number,
                        "is of shard " + shard + " and has labels for shard " + Shard.of(item, shard.of()) + ": "
                                + name);
            } else if (row.sample() >= samples) {
                leftOut++;
            } else {
                known(row, item, name, number);
            }
        }

        private void known(LabelFile.Row row, Item item, String name, int number) {
            Optional<String> objection = objection(row, item);
            if (objection.isPresent()) {
                wrong(number, name + ": " + objection.get(), AGAIN);
                return;
            }
            LabelRecord record = new LabelRecord(
                    item.id(), row.sample(), row.outcome(), row.labels().intern(), row.length());
            long answer = row.answer() == null ? 0 : Long.parseUnsignedLong(row.answer(), HEX);
            if (labels.add(row.model(), new FrozenLabels.FrozenRow(record, answer))
                    .isPresent()) {
                wrong(number, name + ", sample " + row.sample() + " stands twice", AGAIN);
            } else {
                taken++;
            }
        }

        private Optional<String> objection(LabelFile.Row row, Item item) {
            ValueSystem system = systems.get(item.system());
            boolean answered = row.outcome() == Outcome.ANSWERED;
            if (row.outcome() == Outcome.CANCELLED || row.outcome() == Outcome.BUDGET_SKIPPED) {
                return Optional.of("it was never asked");
            }
            if (answered && (row.length() == null || row.length() < 0)
                    || answered
                            && (row.answer() == null
                                    || !DIGEST.matcher(row.answer()).matches())
                    || !answered && (row.length() != null || row.answer() != null)) {
                return Optional.of("an answer that was read has a length and a digest, and no other has");
            }
            String unread = LabelRecord.unread(
                            system,
                            item,
                            row.sample(),
                            answered ? Outcome.UNSCORED : row.outcome(),
                            setting.leaderboard().evaluation().filteredConforms())
                    .labels();
            boolean fits = answered ? reads(row.labels(), unread) : row.labels().equals(unread);
            return fits
                    ? Optional.empty()
                    : Optional.of("labels '" + row.labels() + "' of an answer that ended as " + row.outcome()
                            + " are not of the form '" + unread + "'");
        }

        /** Whether each value that the item measures has a label or none could be given, and no other has. */
        private static boolean reads(String labels, String unread) {
            if (labels.length() != unread.length()) {
                return false;
            }
            for (int i = 0; i < labels.length(); i++) {
                boolean measured = unread.charAt(i) != LabelTable.NOT_MEASURED;
                boolean label = Label.isCode(labels.charAt(i)) || labels.charAt(i) == LabelTable.UNSCORED;
                if (measured ? !label : labels.charAt(i) != LabelTable.NOT_MEASURED) {
                    return false;
                }
            }
            return true;
        }

        private void foreign(boolean former, int number, String what) {
            if (former || leaveOut) {
                leftOut++;
            } else {
                wrong(number, what, AGAIN + ", or merge without such rows: --leave-out");
            }
        }

        PartLabels end() {
            if (header == null || footer == null || footer.rows() == null || footer.sha256() == null) {
                throw defect(0, "breaks off: the line that seals it is missing", "copy it again");
            }
            if (footer.rows() != rows || !footer.sha256().equals(digest.sha256())) {
                defects.add(0, new Defect(file, "was changed after it was frozen", "copy it again, or " + AGAIN));
            }
            header.accounts().forEach(this::account);
            if (wrong > SHOWN) {
                defects.add(new Defect(file, "and " + (wrong - SHOWN) + " more mistakes", AGAIN));
            }
            DataException.refuse(defects);
            return new PartLabels(file, shard, header.facts(), labels, taken, leftOut);
        }

        /** What is said to have been spent is believed within what so many answers can have taken. */
        private void account(String model, Account.Brought brought) {
            if (!models.contains(model)) {
                return;
            }
            boolean believed = brought != null
                    && brought.servedAs() != null
                    && brought.spent() != null
                    && brought.retries() >= 0
                    && brought.servedAs().size() <= MOST_NAMES
                    && brought.servedAs().entrySet().stream()
                            .allMatch(name -> name.getKey().length() <= LONGEST_NAME
                                    && name.getValue() != null
                                    && name.getValue() > 0
                                    && name.getValue() <= rows)
                    && believed(brought.spent());
            if (believed) {
                labels.add(model, brought);
            } else {
                defects.add(new Defect(
                        file.toString(), 1, "what the answers of model " + model + " took cannot be so", AGAIN));
            }
        }

        private boolean believed(Spent spent) {
            return spent.calls() >= 0
                    && spent.calls() <= rows
                    && Stream.of(
                                    Optional.ofNullable(spent.promptTokens()),
                                    Optional.ofNullable(spent.completionTokens()))
                            .flatMap(Optional::stream)
                            .allMatch(tokens -> tokens >= 0 && tokens <= rows * MOST_TOKENS)
                    && Stream.of(Optional.ofNullable(spent.dollars()), Optional.ofNullable(spent.charged()))
                            .flatMap(Optional::stream)
                            .allMatch(dollars -> dollars.signum() >= 0
                                    && Math.abs((long) dollars.scale()) <= MOST_PLACES
                                    && dollars.compareTo(BigDecimal.valueOf(rows * MOST_DOLLARS)) <= 0);
        }

        private <T> T parse(String text, Class<T> type, int number) {
            try {
                return Json.parse(text, type, file.toString());
            } catch (DataException e) {
                throw defect(number, e.defects().get(0).what(), "copy the file again");
            }
        }

        private void wrong(int number, String what, String fix) {
            wrong++;
            if (wrong <= SHOWN) {
                defects.add(new Defect(file.toString(), number, what, fix));
            }
        }

        private DataException defect(int number, String what, String fix) {
            return new DataException(file.toString(), number, what, fix);
        }
    }
}
