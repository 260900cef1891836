package dev.valuecompass.llm.batch;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What came back for requests that were written to files. Lines may stand in any order and in any of the files; of an id
 * that stands twice the first answer counts, or the first error where there is no answer. Every mistake is named with
 * its line before anything is used. Safe for many threads once it is read.
 */
public final class ResultFiles {
    private static final int SHOWN = 20;
    private static final int FINE = 200;
    private static final String DIGEST = "[0-9a-f]{64}";

    private final Map<String, Found> lines = new LinkedHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<Defect> torn = new ArrayList<>();
    private int doubled;

    /** A line and where it stands. */
    private record Found(ResultLine line, Path file, int number) {}

    private ResultFiles() {}

    /** @throws DataException naming each line that is no result, and each file that cannot be read */
    public static ResultFiles read(List<Path> files) {
        ResultFiles results = new ResultFiles();
        Defects defects = new Defects();
        for (Path file : files) {
            try {
                results.add(file, defects);
            } catch (DataException e) {
                defects.addAll(e.defects());
            }
        }
        DataException.refuse(shown(defects.list()));
        return results;
    }

    private static List<Defect> shown(List<Defect> found) {
        if (found.size() <= SHOWN) {
            return found;
        }
        List<Defect> shown = new ArrayList<>(found.subList(0, SHOWN));
        shown.add(new Defect(
                found.get(0).file(), "and " + (found.size() - SHOWN) + " more mistakes", "mend these first"));
        return shown;
    }

    private void add(Path file, Defects defects) {
        List<Defect> wrong = new ArrayList<>();
        int[] last = {0};
        boolean ended = JsonLines.forEachLine(file, (line, number) -> {
            last[0] = number;
            try {
                keep(new Found(ResultLine.read(line), file, number));
            } catch (DataException e) {
                Defect one = e.defects().get(0);
                wrong.add(new Defect(file.toString(), number, one.what(), one.fix()));
            }
        });
        boolean broken =
                !ended && !wrong.isEmpty() && wrong.get(wrong.size() - 1).line() == last[0];
        if (broken) {
            wrong.remove(wrong.size() - 1);
            torn.add(new Defect(
                    file.toString(),
                    last[0],
                    "the last line is torn, and its call stays missing",
                    "fetch the file again, or ask the call again"));
        }
        if (last[0] == 0) {
            wrong.add(new Defect(file, "holds no result", "give the output or error file of a batch"));
        }
        defects.addAll(wrong);
    }

    private void keep(Found found) {
        Found known = lines.get(found.line().id());
        doubled += known == null ? 0 : 1;
        if (known == null || known.line().status() != FINE && found.line().status() == FINE) {
            lines.put(found.line().id(), found);
        }
    }

    /** Last lines that end in the middle; what they were to say is not there. */
    public List<Defect> torn() {
        return List.copyOf(torn);
    }

    /** How many calls they answer, well or badly. */
    public int size() {
        return lines.size();
    }

    /** How many lines were left aside since their call is answered already. */
    public int doubled() {
        return doubled;
    }

    /** The endpoint as it is looked at beforehand: which of the results are of calls that the run makes, or made. */
    public Connection looking(Connection connection) {
        return new Connection() {
            @Override
            public CallKey key(ChatRequest request) {
                CallKey key = connection.key(request);
                String digest = key.digest();
                if (lines.containsKey(digest)) {
                    known.add(digest);
                }
                return key;
            }

            @Override
            public Attempt attempt(ChatRequest request) {
                return connection.remote() ? unanswered() : connection.attempt(request);
            }
        };
    }

    private static Attempt unanswered() {
        return Attempt.failed(Fate.FINAL, Outcome.CANCELLED, "no file answers it")
                .free();
    }

    /**
     * Refuses results of calls that the run does not make, after a run with {@link #looking}.
     *
     * @throws DataException naming each
     */
    public void refuseStrangers() {
        List<Defect> strangers = lines.values().stream()
                .filter(found -> !known.contains(found.line().id()))
                .map(ResultFiles::stranger)
                .toList();
        DataException.refuse(shown(strangers));
    }

    private static Defect stranger(Found found) {
        String id = found.line().id();
        return id.matches(DIGEST)
                ? new Defect(
                        found.file().toString(),
                        found.number(),
                        "custom_id " + id + " is of a call that this run does not make",
                        "give results of this run's requests, stage by stage as they were written; another leaderboard"
                                + " file, period, item, prompt or parameter makes another run")
                : new Defect(
                        found.file().toString(),
                        found.number(),
                        "custom_id '" + shortened(id) + "' is of no call",
                        "give the results of files that --requests-out wrote");
    }

    private static String shortened(String id) {
        return id.length() <= 80 ? id : id.substring(0, id.offsetByCodePoints(0, 40)) + "…";
    }

    /** The endpoint as if it had given these results; what is not among them was not asked. One that needs no network answers. */
    public Connection before(Connection connection) {
        return connection.answering(request -> {
            if (!connection.remote()) {
                return connection.attempt(request);
            }
            Found found = lines.get(connection.key(request.identity()).digest());
            return found == null
                    ? unanswered()
                    : last(connection.reply(
                            request, found.line().status(), found.line().body()));
        });
    }

    /** Whoever worked through the file has tried again; here nothing is. */
    private static Attempt last(Attempt attempt) {
        return new Attempt(attempt.result(), Fate.FINAL, null, null, attempt.unbilled());
    }
}
