package dev.valuecompass.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the tokenizer. Its library unpacks native code into a cache that by default lies in the home directory and asks
 * for graphics cards on the way; here it gets a private folder, which is removed once the code is loaded, and is told
 * that there is no such card.
 */
final class TokenizerLoading {
    private static final String CACHE = "ENGINE_CACHE_DIR";
    private static final String FLAVOR = "RUST_FLAVOR";

    private TokenizerLoading() {}

    static synchronized HuggingFaceTokenizer load(byte[] vocabulary, int maxTokens) {
        Map<String, String> options = Map.of(
                "addSpecialTokens", "true",
                "truncation", "true",
                "padding", "false",
                "modelMaxLength", Integer.toString(maxTokens),
                "maxLength", Integer.toString(maxTokens));
        String cacheBefore = System.getProperty(CACHE);
        String flavorBefore = System.getProperty(FLAVOR);
        try {
            Path folder = Files.createTempDirectory("value-compass-tokenizer");
            System.setProperty(CACHE, folder.toString());
            System.setProperty(FLAVOR, "cpu");
            try {
                return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(vocabulary), options);
            } finally {
                restore(CACHE, cacheBefore);
                restore(FLAVOR, flavorBefore);
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the tokenizer into the temporary folder", e);
        }
    }

    private static void restore(String property, String before) {
        if (before == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, before);
        }
    }

    /** Some systems keep a loaded library's file locked; it then goes when the program ends. */
    private static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(folder)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            if (!path.toFile().delete()) {
                path.toFile().deleteOnExit();
            }
        }
    }
}
