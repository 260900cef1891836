package dev.valuecompass.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the tokenizer. Its library, and the one by which it asks for graphics cards, unpack native code into caches that by
 * default lie in the home directory; here they get a private folder, which is removed once the code is loaded, and the
 * first is told that there is no such card.
 */
final class TokenizerLoading {
    private static final List<String> CACHES = List.of("ENGINE_CACHE_DIR", "jna.tmpdir");
    private static final String FLAVOR = "RUST_FLAVOR";

    private TokenizerLoading() {}

    static synchronized HuggingFaceTokenizer load(byte[] vocabulary, int maxTokens) {
        Map<String, String> options = Map.of(
                "addSpecialTokens", "true",
                "truncation", "true",
                "padding", "false",
                "modelMaxLength", Integer.toString(maxTokens),
                "maxLength", Integer.toString(maxTokens));
        try {
            Path folder = Files.createTempDirectory("value-compass-tokenizer");
            Map<String, String> settings = new HashMap<>(Map.of(FLAVOR, "cpu"));
            CACHES.forEach(cache -> settings.put(cache, folder.toString()));
            Map<String, String> before = new HashMap<>();
            settings.keySet().forEach(property -> before.put(property, System.getProperty(property)));
            try {
                settings.forEach(System::setProperty);
                return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(vocabulary), options);
            } finally {
                before.forEach(TokenizerLoading::restore);
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
