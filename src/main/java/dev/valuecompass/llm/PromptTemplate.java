package dev.valuecompass.llm;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prompt as a file in {@code data/prompts/}: plain text in which {@code {{name}}} stands for something to be put in.
 *
 * @param path of the file, relative to the data folder
 * @param text without the line ends at its end
 * @param digest SHA-256 of {@code text}
 */
public record PromptTemplate(String path, String text, String digest) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([\\w-]+)\\s*\\}\\}");

    /**
     * @param path relative to the data folder, such as {@code prompts/opinion.md}
     * @param names what the program can put in; a template need not use them all
     * @throws DataException when the file is missing, empty or wants something else
     */
    public static PromptTemplate read(DataFolder data, String path, List<String> names) {
        String file = data.file(path).toString();
        String text = data.text(path).replace("\r\n", "\n").stripTrailing();
        if (text.isBlank()) {
            throw new DataException(file, "the prompt is empty", "write it or remove the file");
        }
        Matcher places = PLACE.matcher(text);
        List<String> unknown = new ArrayList<>();
        while (places.find()) {
            if (!names.contains(places.group(1))) {
                unknown.add("{{" + places.group(1) + "}}");
            }
        }
        if (!unknown.isEmpty()) {
            String known = names.stream().map(name -> "{{" + name + "}}").collect(Collectors.joining(", "));
            throw new DataException(file, "unknown " + String.join(", ", unknown), "known: " + known);
        }
        return new PromptTemplate(path, text, Digest.sha256(text));
    }

    /** Puts the values in. What is put in is never read again, so an item that contains {@code {{…}}} stays as it is. */
    public String fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder(text.length() + 256);
        Matcher place = PLACE.matcher(text);
        int done = 0;
        for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at)) {
            if (place.region(at, text.length()).lookingAt()) {
                filled.append(text.substring(done, at)).append(values.get(place.group(1)));
                at = place.end();
                done = at;
            } else {
                at++;
            }
        }
        return filled.append(text.substring(done)).toString();
    }
}
