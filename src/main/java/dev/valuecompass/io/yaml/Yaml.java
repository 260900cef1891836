package dev.valuecompass.io.yaml;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Place;
import dev.valuecompass.io.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 as a tree whose every value knows its line, so that mistakes can be named with their place. Texts that
 * merely look like something else ({@code no}, {@code on}) are texts; a {@code no} for Norway stays what it is.
 */
public final class Yaml {
    private static final String MEND =
            "mend the YAML: check indentation, dashes, quotes and colons in this line and the one before";

    /** What to do, by what the parser says. */
    private static final Map<String, String> REMEDIES = Map.of(
            "TAB", "indent with blanks, never with tabs",
            "mapping values are not allowed",
                    "write a blank after each colon, put a text with ': ' in it in quotes, and check the indentation of this"
                            + " line and the one before",
            "that cannot start any token", "put the text in quotes",
            "undefined alias", "put a text that begins with * or & in quotes",
            "found another document", "keep one document: remove the line '---'");

    private static final Pattern NO_BLANK = Pattern.compile(" *[\u00a0\u2000-\u200b\u202f\u3000\ufeff]");
    private static final Pattern CURLY = Pattern.compile("[:\\[,-] *[\u201c\u201d\u201e\u2018\u2019]");

    private static final KnownTrees KNOWN = new KnownTrees();

    private Yaml() {}

    /**
     * @param defects receives what is wrong with the values as they are read
     * @throws DataException when the file cannot be read or is not one YAML mapping
     */
    public static YamlMap read(Path file, Defects defects) {
        return parse(TextFile.read(file), file.toString(), defects);
    }

    /**
     * @param file the name to use in messages
     * @throws DataException when the text is not one YAML mapping
     */
    public static YamlMap parse(String text, String file, Defects defects) {
        Node root = KNOWN.of(text).orElseGet(() -> composed(text, file));
        if (!(root instanceof MappingNode mapping)) {
            throw new DataException(file, YamlValue.line(root), "not a mapping", "start with 'key: value' lines");
        }
        SwallowedComments.warn(root, text, file, defects);
        return new YamlMap(mapping, new Place(file, YamlValue.line(root)), "the file", defects);
    }

    /** What word processors write in place of a blank or a quote, which is a letter to YAML; in this line or the one before. */
    private static Optional<Defect> letter(String text, String file, int line) {
        List<String> lines = text.lines().toList();
        for (int at = Math.min(line, lines.size()); at >= Math.max(line - 1, 1); at--) {
            if (NO_BLANK.matcher(lines.get(at - 1)).lookingAt()) {
                return Optional.of(new Defect(
                        file,
                        at,
                        "not valid YAML: a space that begins the line is no blank, though it looks like one",
                        "indent with blanks (the space bar)"));
            }
            if (CURLY.matcher(lines.get(at - 1)).find()) {
                return Optional.of(new Defect(
                        file,
                        at,
                        "not valid YAML: a curly quote is a letter to it",
                        "write straight quotes: \" at both ends"));
            }
        }
        return Optional.empty();
    }

    private static String remedy(String problem) {
        // A tab is a character that starts no token, too.
        return problem.contains("TAB")
                ? REMEDIES.get("TAB")
                : REMEDIES.entrySet().stream()
                        .filter(one -> problem.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(MEND);
    }

    private static Node composed(String text, String file) {
        Node root = compose(text, file);
        KNOWN.keep(text, root);
        return root;
    }

    private static Node compose(String text, String file) {
        // Repeated keys are reported by YamlMap, all of them and with their lines.
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setSchema(new CoreSchema())
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new DataException(file, "the file is empty", "write it or remove it"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            Defect defect = letter(text, file, line)
                    .orElseGet(
                            () -> new Defect(file, line, "not valid YAML: " + e.getProblem(), remedy(e.getProblem())));
            throw new DataException(defect, e);
        } catch (YamlEngineException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new DataException(new Defect(file, "not valid YAML: " + first, MEND), e);
        } catch (StackOverflowError e) {
            // The parser calls itself for every level and knows no limit of its own.
            throw new DataException(file, "not valid YAML: nested too deeply", MEND);
        }
    }
}
