package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.store.Overrides;
import dev.valuecompass.llm.store.StoreView;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.snapshot.PeriodFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows that are one model at two efforts and thought as long at both: many servers pass over a parameter that they do not
 * know, and then two rows show one thing.
 */
final class Efforts {
    private static final Pattern EFFORT = Pattern.compile("(?i)reason|think|effort");
    private static final String ENDING = ".sqlite";

    private Efforts() {}

    /** By what the newest run store in a folder holds; nothing where there is none. */
    static List<Defect> doubts(LeaderboardConfig board, DataFolder data, Path config, Path runs) {
        List<List<Examinee>> pairs = pairs(board);
        Optional<Path> store = pairs.isEmpty() ? Optional.empty() : newest(runs);
        if (store.isEmpty()) {
            return List.of();
        }
        List<Defect> doubts = new ArrayList<>();
        try (StoreView view = StoreView.open(store.get(), Overrides.NONE).orElseThrow();
                ChatModels chat = ChatModels.withoutStore(board, data, Map.of())) {
            for (List<Examinee> pair : pairs) {
                StoreView.Thoughts one = thoughts(pair.get(0), board.sampling(), view, chat);
                StoreView.Thoughts other = thoughts(pair.get(1), board.sampling(), view, chat);
                boolean known = one.answers() > 0 && other.answers() > 0;
                if (known && one.tokens() * other.answers() == other.tokens() * one.answers()) {
                    doubts.add(
                            new Defect(
                                    config,
                                    pair.get(0).id() + " and " + pair.get(1).id()
                                            + " are one model at two efforts, and took as many reasoning tokens an answer ("
                                            + one.tokens() / one.answers() + ") in " + store.get(),
                                    "see whether the endpoint knows these parameters; many servers pass over those they do not"));
                }
            }
        }
        return doubts;
    }

    private static StoreView.Thoughts thoughts(
            Examinee examinee, AnswerSampling sampling, StoreView view, ChatModels chat) {
        return view.thoughts(chat.key(new ChatRequest(
                Purpose.REPLY,
                examinee.endpoint(),
                examinee.model(),
                Interview.messages(examinee, ""),
                Sampling.of(sampling, examinee),
                0)));
    }

    private static List<List<Examinee>> pairs(LeaderboardConfig board) {
        List<List<Examinee>> pairs = new ArrayList<>();
        for (Examinee one : board.examinees()) {
            for (Examinee other : board.examinees()) {
                boolean sameModel = one.id().compareTo(other.id()) < 0
                        && one.endpoint().equals(other.endpoint())
                        && one.model().equals(other.model());
                String settings = one.settings().json() + other.settings().json();
                boolean apart = !one.settings().json().equals(other.settings().json());
                if (sameModel && apart && EFFORT.matcher(settings).find()) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }

    private static Optional<Path> newest(Path runs) {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file ->
                            PeriodFiles.isPeriod(file.getFileName().toString().replace(ENDING, "")))
                    .max(Comparator.comparing(Path::getFileName));
        } catch (IOException e) {
            throw FileFault.reading(runs, e);
        }
    }
}
