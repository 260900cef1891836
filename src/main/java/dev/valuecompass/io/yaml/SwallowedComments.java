package dev.valuecompass.io.yaml;

import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Place;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Warns of texts that lost their end to a comment: {@code name: Model #2} names a model "Model". */
final class SwallowedComments {
    /** People put a blank behind the mark of a comment. */
    private static final Pattern NO_COMMENT = Pattern.compile("[ \\t]+(#[^\\s#!].*)");

    private SwallowedComments() {}

    static void warn(Node root, String text, String file, Defects defects) {
        List<String> lines = text.lines().toList();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (node instanceof MappingNode mapping) {
                mapping.getValue().stream().map(NodeTuple::getValueNode).forEach(open::push);
            } else if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(open::push);
            } else if (node instanceof ScalarNode scalar
                    && scalar.isPlain()
                    && scalar.getTag().equals(Tag.STR)) {
                scalar.getEndMark().ifPresent(end -> one(scalar.getValue(), end, lines, file, defects));
            }
        }
    }

    private static void one(String value, Mark end, List<String> lines, String file, Defects defects) {
        if (end.getLine() >= lines.size()) {
            return;
        }
        String line = lines.get(end.getLine());
        int column = line.offsetByCodePoints(0, Math.min(end.getColumn(), line.codePointCount(0, line.length())));
        Matcher behind = NO_COMMENT.matcher(line).region(column, line.length());
        if (behind.lookingAt()) {
            String lost = behind.group(1).strip();
            defects.warn(
                    new Place(file, end.getLine() + 1),
                    "'" + value + "' is read without '" + lost + "', which is a comment in YAML",
                    "quote the whole value, or write '# " + lost.substring(1) + "'");
        }
    }
}
