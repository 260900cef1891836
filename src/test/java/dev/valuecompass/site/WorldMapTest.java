package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Gazetteer;
import dev.valuecompass.site.item.WorldMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldMapTest {
    @TempDir
    private Path folder;

    @Test
    void everyCountryThatIsFoundInTextsHasItsPlaceOnTheMap() {
        DataFolder data = DataFolder.over(Path.of("data"));
        WorldMap map = WorldMap.read(data);
        assertThat(map.countries().keySet())
                .isEqualTo(Gazetteer.read(data).countries().keySet());
        assertThat(map.countries().values()).allSatisfy(place -> {
            assertThat(place.x()).isBetween(0, map.width());
            assertThat(place.y()).isBetween(0, map.height());
        });
        assertThat(map.countries().get("FR").x())
                .as("France lies east of Portugal and west of Japan")
                .isBetween(
                        map.countries().get("PT").x(), map.countries().get("JP").x());
    }

    /**
     * Of the four questions one names Belgium and Chile, and one Chile: the area of Chile's dot is twice Belgium's, so its
     * radius 1.41 times. With no country mentioned eight times, that of one mention is 15 / √8 = 5.3 and of two 7.5.
     */
    @Test
    void whatItemsMentionLiesOnAMapBesideItsTable() {
        Element section = new Rendered(SampleSites.questions(folder))
                .page("2026-11/items/index.html")
                .selectFirst(".mentions");
        Elements dots = section.select(".world circle");
        assertThat(dots.eachAttr("r")).containsExactly("7.5", "5.3");
        assertThat(dots.select("title").eachText()).containsExactly("Chile (2)", "Belgium (1)");
        assertThat(section.selectFirst(".world svg").attr("aria-label"))
                .isEqualTo("2 countries on the map. Most often mentioned: Chile (2), Belgium (1).");
        assertThat(section.select("table th[scope=row]").eachText()).contains("Chile", "Belgium");
        assertThat(section.selectFirst(".world").outerHtml().length()).isLessThan(20_000);
    }

    @Test
    void aMapThatCouldCarryMoreThanAPathIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("gazetteer"));
        Files.writeString(
                folder.resolve("gazetteer/world.yml"),
                "source: x\nlicence: x\nwidth: 10\nheight: 10\nland: 'M0 0\"/><script>'\ncountries: {FR: [1], DE: [1, 2]}\n");
        assertThatThrownBy(() -> WorldMap.read(DataFolder.over(folder)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("world.yml")
                .hasMessageContaining("'land' is not a path")
                .hasMessageContaining("'FR' is not a country with its place");
    }
}
