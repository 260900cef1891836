package dev.valuecompass.site.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one classic script of the modules that a page starts with: browsers refuse modules of a page that was opened
 * from a disk, and one file is one request. Each module becomes a function that returns what it exports. Understands
 * the modules of this site, which import named things by relative path and export declarations, and refuses others.
 */
final class ScriptBundle {
    private static final Pattern IMPORT =
            Pattern.compile("^import \\{([^}]*)\\} from '(\\.[^']+)';\\n", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export ((?:const|class|function) ([A-Za-z_$][\\w$]*))", Pattern.MULTILINE);
    private static final Pattern OTHER = Pattern.compile("^(import|export)\\b.*", Pattern.MULTILINE);
    private static final Pattern COMMENT =
            Pattern.compile("^[ \\t]*(//.*\\n|/\\*\\*[\\s\\S]*?\\*/[ \\t]*\\n)", Pattern.MULTILINE);
    private static final Pattern INDENT = Pattern.compile("^[ \\t]+|\\n(?=\\n)", Pattern.MULTILINE);

    /** What was declared was checked where it was written; the shorter word weighs less. */
    private static final Pattern CONSTANT = Pattern.compile("^const ", Pattern.MULTILINE);

    /** What a line gives a value to; the spaces are for who reads the module. */
    private static final Pattern GIVEN = Pattern.compile("^((?:const |let )?[#\\w.$]+) = ", Pattern.MULTILINE);

    /** Ends of lines that no reader of the bundle needs, but for lines with a comment. No text of a module runs over lines. */
    private static final Pattern LINE = Pattern.compile("^((?:(?!//).)*[;{,])\\n+", Pattern.MULTILINE);

    private final Map<Path, String> names = new LinkedHashMap<>();
    private final Set<Path> open = new LinkedHashSet<>();
    private final StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");

    private final Map<Path, String> written;

    private ScriptBundle(Map<Path, String> written) {
        this.written = written;
    }

    /**
     * @param entry the module that runs last
     * @param written modules that are not taken from their files
     */
    static String of(Path entry, Map<Path, String> written) throws IOException {
        ScriptBundle bundle = new ScriptBundle(written);
        bundle.add(entry.normalize());
        String given = GIVEN.matcher(bundle.script.append("})();\n")).replaceAll("$1=");
        String script = CONSTANT.matcher(given).replaceAll("let ");
        return LINE.matcher(script).replaceAll("$1");
    }

    private String add(Path module) throws IOException {
        String known = names.get(module);
        if (known != null) {
            return known;
        }
        if (!open.add(module)) {
            throw new IllegalStateException("modules import each other: " + open);
        }
        String source = written.containsKey(module) ? written.get(module) : Files.readString(module);
        String text = imports(module, COMMENT.matcher(source).replaceAll(""));
        List<String> exported = new ArrayList<>();
        Matcher exports = EXPORT.matcher(text);
        while (exports.find()) {
            exported.add(exports.group(2));
        }
        String body = exports.replaceAll("$1");
        Matcher other = OTHER.matcher(body);
        if (other.find()) {
            throw new IllegalStateException(module + ": no bundle knows what to do with " + other.group());
        }
        String name = "m" + names.size();
        names.put(module, name);
        script.append("const ").append(name).append(" = (() => {\n");
        script.append(INDENT.matcher(body).replaceAll(""));
        script.append("return {").append(String.join(", ", exported)).append("};\n})();\n");
        return name;
    }

    private String imports(Path module, String text) throws IOException {
        StringBuilder result = new StringBuilder();
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            String from = add(module.resolveSibling(imports.group(2)).normalize());
            String what = imports.group(1).replace(" as ", ": ").replaceAll("\\s+", " ");
            imports.appendReplacement(result, Matcher.quoteReplacement("const {" + what + "} = " + from + ";\n"));
        }
        return imports.appendTail(result).toString();
    }
}
