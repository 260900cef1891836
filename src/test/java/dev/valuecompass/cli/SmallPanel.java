package dev.valuecompass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A leaderboard file of four fictional models that think alike but in some circumstances. */
final class SmallPanel {
    static final List<String> MODELS = List.of("aurora-large", "aurora-mini", "borealis-8b", "delta-pro");

    private final Map<String, String> served = new LinkedHashMap<>();
    private String generator = "";
    private String provided = "";
    private String endpoints = "endpoints:\n  - {id: simulated, kind: simulated, file: simulated/alike.yml}\n";
    private final StringBuilder systems = new StringBuilder();

    SmallPanel() {
        MODELS.forEach(model -> served.put(model, model));
    }

    /** Asks an examinee under another name; the panel knows nobody of the name {@code nobody}. */
    SmallPanel serving(String examinee, String model) {
        served.put(examinee, model);
        return this;
    }

    /** An examinee that a provider serves. @param address that its base URL has */
    SmallPanel elsewhere(String examinee, String address) {
        provided = examinee;
        endpoints += "  - {id: web, kind: openai, base-url: \"" + address + "\", retries: 0}\n";
        return this;
    }

    SmallPanel generator(String examinee) {
        generator = ", generator: " + examinee;
        return this;
    }

    /** Another file of {@code simulated}. */
    SmallPanel panel(String file) {
        endpoints = endpoints.replace("simulated/alike.yml", "simulated/" + file);
        return this;
    }

    /** @param more further keys of the system, such as {@code items: 8} */
    SmallPanel system(String id, String more) {
        systems.append("  - {system: %s, pool: topics/%s.jsonl, %s}%n".formatted(id, id, more));
        return this;
    }

    void write(Path home) throws IOException {
        StringBuilder examinees = new StringBuilder();
        served.forEach((id, model) -> examinees.append(
                "  - {id: %s, name: %s, endpoint: %s, model: %s, developer: Maker, access: open, type: chat}%n"
                        .formatted(id, id, id.equals(provided) ? "web" : "simulated", model)));
        Files.createDirectories(home.resolve("data"));
        Files.writeString(
                home.resolve("data/leaderboard.yml"),
                "title: {name: Small}\n" + endpoints + "examinees:\n" + examinees
                        + "roles: {recognizer: embedded, explorers: [aurora-mini, borealis-8b],"
                        + " scorers: [aurora-large, borealis-8b, delta-pro]" + generator + "}\n"
                        + "systems:\n" + systems
                        + "evaluation: {minimum-coverage: 0.5, resamples: 50}\n");
    }
}
