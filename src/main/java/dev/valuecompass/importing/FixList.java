package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.JsonFault;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.snapshot.Snapshot.Erratum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * A reviewed list of fixes: a YAML file that a person reads before it is applied. Exactly these fixes are applied, each
 * only where the published value is the one that the fix was written for, and every one is published as an erratum.
 */
record FixList(List<Fix> fixes) {
    private static final int LONG = 200;
    private static final String SEE = "see the file that --suggest-fixes prints";
    private static final String HEADER = """
            # Defects found in the published files, each with a proposed fix.
            # Review every entry; remove what you do not agree with. Then import again with --fixes and this file.
            # Whatever is applied is published in the period's errata.
            """;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();

    /** For files that need no fix. */
    public static final FixList NONE = new FixList(List.of());

    /** @throws DataException with the line, when it is no list of fixes */
    static FixList read(Path file) {
        try {
            FixList read = YAML.readValue(TextFile.read(file), FixList.class);
            return read == null || read.fixes() == null ? NONE : whole(file, read);
        } catch (StackOverflowError e) {
            throw new DataException(file, "nested too deeply", SEE);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new DataException(new Defect(file.toString(), line, JsonFault.words(e), SEE), e);
        }
    }

    private static FixList whole(Path file, FixList read) {
        List<Defect> defects = new ArrayList<>();
        for (int i = 0; i < read.fixes().size(); i++) {
            String name = "fix " + (i + 1);
            Fix fix = read.fixes().get(i);
            if (fix == null) {
                defects.add(new Defect(file, name + " is empty", "write it or remove it"));
            } else {
                fix.lacks().ifPresent(lack -> defects.add(new Defect(file, name + " " + lack.what(), lack.fix())));
            }
        }
        DataException.refuse(defects);
        return read;
    }

    /** As a file to review, which {@link #read} takes back. */
    String yaml() {
        return HEADER + YAML.writeValueAsString(this);
    }

    /**
     * Changes the publication in place.
     *
     * @return what was changed, for the period's errata
     * @throws DataException when a fix does not meet the value that it was written for
     */
    List<Erratum> apply(Publication publication) {
        List<Defect> stale = new ArrayList<>();
        List<SourceTable.Row> dropped = new ArrayList<>();
        for (Fix fix : fixes) {
            SourceTable table = publication.table(fix.file());
            if (table == null || fix.row() < 1 || fix.row() > table.rows().size()) {
                stale.add(new Defect(fix.file(), fix.place() + ": there is no such row", "suggest fixes anew"));
                continue;
            }
            SourceTable.Row row = table.rows().get(fix.row() - 1);
            if (!published(fix, row).equals(fix.before())) {
                String what = fix.place() + ": the fix expects '" + fix.before() + "', published is '"
                        + published(fix, row) + "'";
                stale.add(new Defect(fix.file(), what, "suggest fixes anew"));
            } else if (number(fix, row.fields()) && !finite(fix.after())) {
                String what = fix.place() + ": the field is a number, and '" + fix.after() + "' is none";
                stale.add(new Defect(fix.file(), what, "write a number in 'after', or drop the field"));
            } else if (fix.action() == Fix.Action.DROP && fix.field().isEmpty()) {
                dropped.add(row);
            } else {
                change(fix, row.fields());
            }
        }
        DataException.refuse(stale);
        publication.tables().values().forEach(table -> table.rows().removeIf(dropped::contains));
        return fixes.stream().map(FixList::erratum).toList();
    }

    /** Long values are quoted by digest: a fix must fit on a page. */
    static String digested(String value) {
        return value.length() <= LONG ? value : "sha256:" + Digest.sha256(value);
    }

    private static String published(Fix fix, SourceTable.Row row) {
        if (fix.field().isEmpty()) {
            return row.model();
        }
        boolean column = fix.action() == Fix.Action.RENAME && !fix.field().equals("model");
        return column && row.fields().has(fix.field()) ? fix.field() : digested(row.shown(fix.field()));
    }

    private static boolean number(Fix fix, ObjectNode fields) {
        return fix.action() == Fix.Action.SET && fields.path(fix.field()).isNumber();
    }

    private static boolean finite(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void change(Fix fix, ObjectNode fields) {
        switch (fix.action()) {
            case DROP -> fields.remove(fix.field());
            case RENAME -> {
                if (fix.field().equals("model")) {
                    fields.put("model", fix.after());
                } else {
                    fields.set(fix.after(), fields.remove(fix.field()));
                }
            }
            case SET -> {
                if (number(fix, fields)) {
                    fields.put(fix.field(), Double.parseDouble(fix.after()));
                } else {
                    fields.put(fix.field(), fix.after());
                }
            }
        }
    }

    private static Erratum erratum(Fix fix) {
        return new Erratum(fix.file(), fix.place(), fix.action().word(), fix.before(), fix.after(), fix.reason());
    }
}
