package dev.valuecompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.edition.PeriodSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures that previews of links show. */
@Tag("slow")
class CardsTest {
    private static final int PAPER = 0xfffbf8f1;
    private static final int BAR = 0xff1f5f74;

    @TempDir
    private Path out;

    private void render(Path folder, SmallPeriod... periods) {
        new Site(DataFolder.over(Path.of("data")), Optional.of(URI.create("https://example.org/")))
                .render(
                        List.of(periods).stream()
                                .map(period -> PeriodSource.of(period.build()))
                                .toList(),
                        folder);
    }

    @Test
    void everyPageNamesACardThatIsThere() {
        render(out, SmallPeriod.usual("2026-11"), SmallPeriod.usual("2026-10"));
        Rendered site = new Rendered(out);
        for (String page : site.pages()) {
            String card = site.page(page).select("meta[property=og:image]").attr("content");
            assertThat(card).as(page).startsWith("https://example.org/").endsWith(".png");
            assertThat(out.resolve(card.substring("https://example.org/".length())))
                    .as(page)
                    .isRegularFile();
        }
        assertThat(card(site, "2026-11/models/alder-2/index.html")).endsWith("/cards/alder-2.png");
        // A model's card shows the present and says its month; pages of earlier periods need not change for it.
        assertThat(card(site, "2026-10/models/alder-2/index.html")).endsWith("/cards/alder-2.png");
        assertThat(card(site, "2026-11/safety/index.html")).endsWith("/2026-11/safety/card.png");
        assertThat(card(site, "index.html")).endsWith("/2026-11/schwartz/card.png");
    }

    private static String card(Rendered site, String page) {
        return site.page(page).select("meta[property=og:image]").attr("content");
    }

    @Test
    void aCardIsAPictureOfTheSizeThatPreviewsWantAndShowsItsFigures() throws IOException {
        render(out, SmallPeriod.usual("2026-11"));
        Path file = out.resolve("2026-11/safety/card.png");
        assertThat(Files.size(file)).isBetween(4_000L, 60_000L);
        BufferedImage card = ImageIO.read(file.toFile());
        assertThat(card.getWidth()).isEqualTo(1200);
        assertThat(card.getHeight()).isEqualTo(630);
        assertThat(card.getRGB(5, 5)).isEqualTo(PAPER);
        // Birch mini has 100 throughout, Alder 2 has a mean of 92.5 on six values: 90, 91 … 95. The axis is 350 long.
        assertThat(bar(card, 320)).isEqualTo(350);
        assertThat(bar(card, 370)).isEqualTo((int) Math.round(350 * 0.925));
        assertThat(bar(card, 420)).isZero();
    }

    /** Pixels of a row in the colour of the bars. */
    private static int bar(BufferedImage card, int row) {
        int length = 0;
        for (int x = 0; x < card.getWidth(); x++) {
            length += card.getRGB(x, row) == BAR ? 1 : 0;
        }
        return length;
    }

    @Test
    void hostileAndForeignNamesGiveACardAllTheSame() throws IOException {
        String longest = "A very long name that goes on ".repeat(200);
        SmallPeriod period = new SmallPeriod("2026-11", "safety")
                .model("long", longest, longest, true)
                .model("wen", "\u6587\u5fc3\u4e00\u8a00", "\u767e\u5ea6", true)
                .model("bidi", "\u202eevil\u0000", "<script>", null)
                .model("empty", " ", "", null)
                .scores("long", "safety", 0, 0)
                .scores("wen", "safety", 100, 0);
        render(out, period);
        for (String id : List.of("long", "wen", "bidi", "empty")) {
            Path file = out.resolve("cards/" + id + ".png");
            assertThat(ImageIO.read(file.toFile())).as(id).isNotNull();
            assertThat(Files.size(file)).as(id).isLessThan(60_000L);
        }
    }

    @Test
    void aCardIsDrawnAgainOnlyWhenItsWordsChange() throws IOException {
        render(out, SmallPeriod.usual("2026-11"));
        Path alder = out.resolve("cards/alder-2.png");
        Path birch = out.resolve("cards/birch-mini.png");
        // Were the card drawn again, its last byte would be mended; only what it was made from is looked at.
        byte[] marked = Files.readAllBytes(alder);
        marked[marked.length - 1] ^= 1;
        Files.write(alder, marked);
        Files.setLastModifiedTime(birch, FileTime.fromMillis(1_000_000));
        render(out, SmallPeriod.usual("2026-11"));
        assertThat(alder).hasBinaryContent(marked);
        assertThat(Files.getLastModifiedTime(birch)).isEqualTo(FileTime.fromMillis(1_000_000));
        render(out, SmallPeriod.usual("2026-11").without("alder-2", "safety", "misinformation"));
        assertThat(Files.readAllBytes(alder)).isNotEqualTo(marked);
    }

    @Test
    void theSamePeriodGivesTheSamePictures(@TempDir Path again) throws IOException {
        render(out, SmallPeriod.usual("2026-11"));
        render(again, SmallPeriod.usual("2026-11"));
        for (String file : List.of("cards/alder-2.png", "2026-11/schwartz/card.png", "favicon.ico")) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(out.resolve(file));
        }
    }

    /** Header of six bytes, then sixteen for each picture: its size at 0 and 1, length at 8, place at 12. */
    @Test
    void theIconHoldsAPictureOfEachUsualSize() throws IOException {
        render(out, SmallPeriod.usual("2026-11"));
        byte[] ico = Files.readAllBytes(out.resolve("favicon.ico"));
        assertThat(ico).startsWith(0, 0, 1, 0, 3, 0);
        int[] sizes = {16, 32, 48};
        for (int i = 0; i < sizes.length; i++) {
            int entry = 6 + 16 * i;
            BufferedImage icon =
                    ImageIO.read(new ByteArrayInputStream(ico, number(ico, entry + 12), number(ico, entry + 8)));
            assertThat(icon.getWidth()).isEqualTo(sizes[i]).isEqualTo(ico[entry]);
        }
        assertThat(ImageIO.read(out.resolve("apple-touch-icon.png").toFile()).getWidth())
                .isEqualTo(180);
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    }
}
