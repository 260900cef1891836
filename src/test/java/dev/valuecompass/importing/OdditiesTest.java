package dev.valuecompass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.Defect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that no rule forbids, and that nobody measures. */
class OdditiesTest {
    private static final String FILE = "MFT_scores.json";
    private static final Layout LAYOUT = Layout.named("value-compass");
    private static final List<String> COLUMNS = LAYOUT.systems().stream()
            .filter(system -> system.scores().equals(FILE))
            .flatMap(system -> system.names().stream())
            .toList();

    @TempDir
    Path folder;

    private PublishedFolder published;

    @BeforeEach
    void likelyScores() {
        published = new PublishedFolder(folder);
        for (Layout.SystemFiles system : LAYOUT.systems()) {
            List<String> names = List.copyOf(system.names());
            for (int row = 1; row <= published.rows(system.scores()).size(); row++) {
                for (int column = 0; column < names.size(); column++) {
                    published.set(system.scores(), row, names.get(column), 40 + 3.1 * row + 1.7 * column);
                }
            }
        }
    }

    @Test
    void likelyScoresAreNotDoubted() {
        assertThat(doubts()).isEmpty();
    }

    @Test
    void oneScoreOfAModelInAllColumns() {
        COLUMNS.forEach(column -> published.set(FILE, 2, column, 62.5));
        assertThat(doubts()).containsExactly(FILE + ": 'Beta 2' has 5 of its 5 scores equal: 62.5");
    }

    @Test
    void oneScoreOfAModelFiveTimes() {
        String file = "Schwartz_scores.json";
        published.rows(file).get(0).keySet().stream()
                .filter(column -> !column.equals("model"))
                .limit(5)
                .forEach(column -> published.set(file, 1, column, 50.5));
        assertThat(doubts()).containsExactly(file + ": 'Alpha 1' has 5 of its 10 scores equal: 50.5");
    }

    @Test
    void theEndsOfTheScaleMayBeReachedInAllColumns() {
        COLUMNS.forEach(column -> published.set(FILE, 2, column, 100));
        assertThat(doubts()).isEmpty();
    }

    @Test
    void aColumnInWhichAllModelsAreEqual() {
        for (int row = 1; row <= 4; row++) {
            published.set(FILE, row, COLUMNS.get(1), 50);
        }
        assertThat(doubts()).containsExactly(FILE + ": all 4 models have 50.0 in '" + COLUMNS.get(1) + "'");
    }

    /** Also one that is no dimension: a published mean is looked at before it is left out. */
    @Test
    void aColumnThatIsACopyOfAnother() {
        for (int row = 1; row <= 4; row++) {
            published.set(FILE, row, "mean", published.rows(FILE).get(row - 1).get(COLUMNS.get(0)));
        }
        assertThat(doubts())
                .containsExactly(FILE + ": 'mean' has the scores of '" + COLUMNS.get(0) + "' for every model");
    }

    @Test
    void aModelThatIsACopyOfAnother() {
        COLUMNS.forEach(column ->
                published.set(FILE, 4, column, published.rows(FILE).get(0).get(column)));
        assertThat(doubts()).containsExactly(FILE + ": 'Delta 4' has every score of 'Alpha 1'");
    }

    private List<String> doubts() {
        List<Defect> doubts = new ArrayList<>();
        new ValueCompassImport(published.files(), "folder", doubts::add).suggestFixes();
        assertThat(doubts).allMatch(doubt -> doubt.fix().equals("ask the source whether this was measured"));
        return doubts.stream().map(doubt -> doubt.file() + ": " + doubt.what()).toList();
    }
}
