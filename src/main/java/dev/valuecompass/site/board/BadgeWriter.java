package dev.valuecompass.site.board;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Badge;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.text.XmlText;
import dev.valuecompass.site.write.OutputTree;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A badge for each model and value system: where it stood in the latest period that has figures of it. Its address
 * never changes, so that a badge put on another page shows the next period by itself.
 */
public final class BadgeWriter {
    /** Of Markdown. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]`*_<>!&]");

    private static final String FOLDER = "badges/";
    /** Of eleven-pixel text in the fonts that {@code textLength} fits it to, on average, in tenths of a pixel. */
    private static final int LETTER = 62;

    private static final int PADDING = 7;
    private static final int LONGEST = 40;
    private static final String HEIGHT = "20";

    private final SiteIdentity publication;

    public BadgeWriter(SiteIdentity publication) {
        this.publication = publication;
    }

    /** @param model as the period knows it */
    static String path(Edition edition, ValueSystem system, String model) {
        return FOLDER + edition.places().slug(model) + "/" + edition.places().systemSlug(system.id()) + ".svg";
    }

    /** Writes those that no later period wrote before. */
    public void write(Edition edition, OutputTree tree) {
        for (ModelEntry model : edition.snapshot().models()) {
            String door = door(edition, model.id());
            if (!tree.has(door)) {
                tree.write(
                        door, redirection(new Address(door).to(edition.places().modelPage(model.id()))));
            }
        }
        for (ValueSystem system : edition.valueSystems()) {
            for (ModelEntry model : edition.snapshot().models()) {
                String path = path(edition, system, model.id());
                if (edition.covers(system.id(), model.id()) && !tree.has(path)) {
                    tree.write(path, svg(edition, system, model));
                }
            }
        }
    }

    /** Leads on to the page of a model in the newest period that has it, as its badges show that. */
    private static String door(Edition edition, String model) {
        return FOLDER + edition.places().slug(model) + "/index.html";
    }

    /** @param page made of slugs alone */
    private static String redirection(String page) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\">"
                + "<meta http-equiv=\"refresh\" content=\"0; url=" + page + "\"><title>Badge</title></head>"
                + "<body><p><a href=\"" + page + "\">The newest figures of this model</a></p></body></html>\n";
    }

    /** What a model's page says about its badges: those that {@link #write} makes. @param from the page */
    public List<Badge> of(Edition shown, ModelEntry model, Address from) {
        // Badges are written once, in English.
        Edition edition = shown.base();
        return edition.valueSystems().stream()
                .filter(system -> edition.covers(system.id(), model.id()))
                .map(system -> new Badge(
                        system.name(),
                        words(edition, system, model),
                        from.to(path(edition, system, model.id())),
                        snippet(edition, system, model)))
                .toList();
    }

    /** Markdown that shows the badge and leads to the model's page. */
    private String snippet(Edition edition, ValueSystem system, ModelEntry model) {
        String alternative = SPECIAL.matcher(words(edition, system, model)).replaceAll("\\\\$0");
        return "[![" + alternative + "](" + address(path(edition, system, model.id())) + ")]("
                + address(door(edition, model.id())) + ")";
    }

    private String address(String path) {
        String absolute = publication.absolute(path);
        return absolute == null ? "ADDRESS/" + path : absolute;
    }

    private String words(Edition edition, ValueSystem system, ModelEntry model) {
        return label() + ": " + message(edition, system, model.id());
    }

    private String label() {
        String title = publication.title();
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }

    private static String message(Edition edition, ValueSystem system, String model) {
        if (edition.withdrawal().isPresent()) {
            return system.name() + ", withdrawn, " + edition.period();
        }
        return system.name() + ", " + BadgeText.of(edition, system, model).text() + ", " + edition.period()
                + (edition.snapshot().synthetic() ? ", simulated" : "")
                + (edition.imported() ? ", as imported" : "");
    }

    private String svg(Edition edition, ValueSystem system, ModelEntry model) {
        String left = label();
        String right = message(edition, system, model.id());
        int middle = width(left);
        int whole = middle + width(right);
        String words = model.name() + ". " + left + ": " + right;
        XmlText svg = new XmlText(
                "svg",
                "http://www.w3.org/2000/svg",
                "width",
                Integer.toString(whole),
                "height",
                HEIGHT,
                "role",
                "img",
                "aria-label",
                words);
        svg.element("title", words);
        rectangle(svg, 0, middle, "#17262e");
        rectangle(svg, middle, whole - middle, edition.snapshot().synthetic() ? "#55646b" : "#1f5f74");
        svg.open("g", "fill", "#fff", "font-family", "Verdana,DejaVu Sans,sans-serif", "font-size", "11");
        text(svg, 0, middle, left);
        text(svg, middle, whole - middle, right);
        return svg.close().finish();
    }

    private static void rectangle(XmlText svg, int left, int width, String fill) {
        svg.open("rect", "x", Integer.toString(left), "width", Integer.toString(width), "height", HEIGHT, "fill", fill)
                .close();
    }

    private static void text(XmlText svg, int left, int width, String text) {
        svg.element(
                "text",
                text,
                "x",
                Integer.toString(left + PADDING),
                "y",
                "14",
                "textLength",
                Integer.toString(width - 2 * PADDING));
    }

    private static int width(String text) {
        return 2 * PADDING + (text.codePointCount(0, text.length()) * LETTER + 9) / 10;
    }
}
