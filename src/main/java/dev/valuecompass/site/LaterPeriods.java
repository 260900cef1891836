package dev.valuecompass.site;

import dev.valuecompass.io.Json;
import dev.valuecompass.language.Language;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.site.write.OutputTree;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The one file that tells every page which periods came after its own, so that pages of earlier periods stay as they are. A script, since a
 * page on a disk may load nothing else. It says of each period which pages it lacks and which it has anew beside the one before: of
 * a thousand models that stay nothing is said.
 */
final class LaterPeriods {
    private LaterPeriods() {}

    /** @param label as a list of periods shows it @param gone as in {@link PageAddresses#particular} @param added likewise */
    private record LaterPeriod(String period, String label, List<String> gone, List<String> added) {}

    /** Where it lies. */
    static String script(Language language) {
        return "js/periods." + language.code() + ".js";
    }

    /** @param newestFirst every period of the site */
    static void write(OutputTree tree, Language language, List<PageAddresses> newestFirst, History history) {
        List<LaterPeriod> entries = new ArrayList<>();
        SortedSet<String> before = null;
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            PageAddresses places = newestFirst.get(i);
            SortedSet<String> now = places.particular();
            entries.add(new LaterPeriod(
                    places.period(),
                    history.label(places.period(), language.words()),
                    before == null ? List.of() : beyond(before, now),
                    before == null ? List.of() : beyond(now, before)));
            before = now;
        }
        tree.write(script(language), "globalThis.compassPeriods = " + Json.line(entries) + ";\n");
    }

    private static List<String> beyond(SortedSet<String> paths, SortedSet<String> others) {
        SortedSet<String> left = new TreeSet<>(paths);
        left.removeAll(others);
        return List.copyOf(left);
    }
}
