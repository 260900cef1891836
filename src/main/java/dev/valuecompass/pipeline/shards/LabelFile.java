package dev.valuecompass.pipeline.shards;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.MeasuredOutput;
import dev.valuecompass.items.ItemIds;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.pipeline.Account;
import dev.valuecompass.pipeline.Examination;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.LabelRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The labels of one part, frozen beside its store, so that a period can be made without its answers: a first line that says
 * what they are of, a line for each answer, and a last one that seals the others. {@code docs/scaling.md} shows the form.
 */
final class LabelFile {
    /** Of a file's name, behind the period. */
    static final String ENDING = ".labels.jsonl";

    /** With what the last line begins, and no other. */
    static final String SEALING = "{\"rows\":";

    static final int VERSION = 1;

    private final Map<String, Long> answers = new ConcurrentHashMap<>();

    /**
     * The first line.
     *
     * @param labels version of the form
     * @param shard such as {@code 2/4}
     * @param reader by what the answers were read
     * @param facts what the answers are answers to, by name
     * @param accounts what the answers of each model took
     */
    record Header(
            int labels,
            String period,
            String shard,
            String reader,
            SortedMap<String, String> facts,
            SortedMap<String, Account.Brought> accounts) {}

    /**
     * What became of one answer.
     *
     * @param length of the answer in Unicode characters; null where it was not read, likewise the next
     * @param answer first 64 bits of its SHA-256, in hexadecimal digits
     */
    record Row(
            String system,
            String model,
            String item,
            Integer sample,
            Outcome outcome,
            String labels,
            Integer length,
            String answer) {}

    /**
     * The last line.
     *
     * @param rows how many there are
     * @param sha256 of all lines before this one
     */
    record Footer(Long rows, String sha256) {}

    /** Notes an answer that was read. Safe for use by many threads. */
    void note(Case read) {
        answers.put(read.model() + "\n" + read.id(), Digest.first64(read.answer()));
    }

    void write(Path file, Header header, Examination.ExaminedModels result) {
        AtomicFiles.replaceBy(file, out -> {
            MeasuredOutput measured = new MeasuredOutput(out);
            line(measured, header);
            long rows = 0;
            for (EvaluatedSystem system : result.systems()) {
                for (Map.Entry<String, List<LabelRecord>> model :
                        system.labels().entrySet()) {
                    for (LabelRecord row : model.getValue()) {
                        line(measured, row(system.system().id(), model.getKey(), row));
                        rows++;
                    }
                }
            }
            line(out, new Footer(rows, measured.sha256()));
        });
    }

    private static void line(OutputStream out, Object value) throws IOException {
        out.write((Json.line(value) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Row row(String system, String model, LabelRecord row) {
        Long answer = answers.get(model + "\n" + ItemIds.ofCase(row.item(), row.sample()));
        return new Row(
                system,
                model,
                row.item(),
                row.sample(),
                row.outcome(),
                row.labels(),
                row.length(),
                answer == null ? null : HexFormat.of().toHexDigits(answer));
    }
}
