package dev.valuecompass.site.methodology;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.recognition.RecognizerCard.Bin;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.XmlText;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** What a recogniser's quality rests on, drawn: right and wrong labels, and what its probabilities are worth. */
final class RecogniserPlots {
    private static final int WIDTH = 320;
    private static final int CONFUSION = 152;
    private static final int CALIBRATION = 286;
    private static final int CELL_WIDTH = 96;
    private static final int CELL_HEIGHT = 44;
    /** Where the cells or the square begin, from the left and from the top of a panel. */
    private static final int LEFT = 100;

    private static final int TOP = 50;
    private static final int SIDE = 190;
    /** The darkest cell still lets ink be read on it. */
    private static final double DARKEST = 0.45;

    private static final double LARGEST_DOT = 9;

    private final PageTexts words;
    private final UnaryOperator<String> systemName;

    /** @param systemName by id */
    RecogniserPlots(PageTexts words, UnaryOperator<String> systemName) {
        this.words = words;
        this.systemName = systemName;
    }

    /** A matrix of two by two for each system; the darker a cell, the larger its share of its row. */
    String confusion(Map<String, Detail> systems) {
        String summary = words.text("card.confusion-summary")
                .with("seen", share(systems, Detail::truePositives, one -> one.truePositives() + one.falseNegatives()))
                .with(
                        "invented",
                        share(systems, Detail::falsePositives, one -> one.falsePositives() + one.trueNegatives()))
                .get();
        XmlText figure = open(summary);
        for (Map.Entry<String, Detail> system : systems.entrySet()) {
            Plot panel = new Plot(figure, CONFUSION);
            panel.text("growth-label", 0, 16, "start", systemName.apply(system.getKey()));
            panel.text("growth-tick", LEFT + CELL_WIDTH / 2, 40, "middle", words.get("card.is-seen"));
            panel.text("growth-tick", LEFT + 3 * CELL_WIDTH / 2, 40, "middle", words.get("card.is-not-seen"));
            Detail detail = system.getValue();
            row(panel, 0, words.get("card.is-shown"), detail.truePositives(), detail.falseNegatives());
            row(panel, 1, words.get("card.is-not-shown"), detail.falsePositives(), detail.trueNegatives());
            panel.close();
        }
        return close(figure, summary);
    }

    /** A square for each system; on the diagonal probabilities are what they say. */
    String calibration(Map<String, Detail> systems) {
        String summary = words.get("card.calibration-summary", "off", Figures.two(off(systems)));
        XmlText figure = open(summary);
        for (Map.Entry<String, Detail> system : systems.entrySet()) {
            Plot panel = new Plot(figure, CALIBRATION);
            panel.text("growth-label", 0, 16, "start", systemName.apply(system.getKey()));
            square(panel);
            points(panel, system.getValue());
            panel.close();
        }
        return close(figure, summary);
    }

    private static void row(Plot panel, int row, String name, int seen, int notSeen) {
        int y = TOP + row * CELL_HEIGHT;
        panel.text("growth-tick", LEFT - 8, y + CELL_HEIGHT / 2 + 4, "end", name);
        cell(panel, LEFT, y, seen, seen + notSeen);
        cell(panel, LEFT + CELL_WIDTH, y, notSeen, seen + notSeen);
    }

    private static void cell(Plot panel, int x, int y, int n, int all) {
        double dark = all == 0 ? 0 : DARKEST * n / all;
        panel.shape(
                "rect",
                "class",
                "growth-cell",
                "x",
                at(x),
                "y",
                at(y),
                "width",
                Integer.toString(CELL_WIDTH),
                "height",
                Integer.toString(CELL_HEIGHT),
                "fill-opacity",
                Figures.two(dark));
        panel.text("growth-label", x + CELL_WIDTH / 2, y + CELL_HEIGHT / 2 + 5, "middle", Figures.whole(n));
    }

    private void square(Plot panel) {
        int bottom = TOP + SIDE;
        for (double tick : new double[] {0, 0.5, 1}) {
            double x = LEFT + tick * SIDE;
            double y = bottom - tick * SIDE;
            panel.shape("path", "class", "growth-grid", "d", "M" + at(LEFT) + " " + at(y) + "h" + SIDE);
            panel.text("growth-tick", LEFT - 8, y + 4, "end", Figures.one(tick));
            panel.text("growth-tick", x, bottom + 16, "middle", Figures.one(tick));
        }
        panel.shape(
                "path", "class", "growth-initial", "d", "M" + at(LEFT) + " " + at(bottom) + "l" + SIDE + " -" + SIDE);
        panel.text("growth-tick", LEFT + SIDE / 2.0, bottom + 32, "middle", words.get("card.predicted"));
        panel.text("growth-tick", 0, TOP - 16, "start", words.get("card.observed"));
    }

    /** One dot for each tenth; its area goes with the number of answers. */
    private static void points(Plot panel, Detail detail) {
        int bottom = TOP + SIDE;
        int most = detail.calibration().stream().mapToInt(Bin::n).max().orElse(1);
        StringBuilder line = new StringBuilder();
        for (Bin bin : detail.calibration()) {
            String x = at(LEFT + bin.predicted() * SIDE);
            String y = at(bottom - bin.observed() * SIDE);
            line.append(line.length() == 0 ? 'M' : 'L').append(x).append(' ').append(y);
            double radius = LARGEST_DOT * Math.sqrt(Math.max(1, bin.n()) / (double) most);
            panel.shape(
                    "circle",
                    "class",
                    "growth-cell",
                    "cx",
                    x,
                    "cy",
                    y,
                    "r",
                    Figures.one(Math.max(2, radius)),
                    "fill-opacity",
                    Figures.two(DARKEST));
        }
        panel.shape("path", "class", "growth-best", "d", line.toString());
    }

    private static String share(
            Map<String, Detail> systems, ToDoubleFunction<Detail> some, ToDoubleFunction<Detail> all) {
        double of = systems.values().stream().mapToDouble(all).sum();
        return of == 0
                ? Figures.MISSING
                : Figures.two(systems.values().stream().mapToDouble(some).sum() / of);
    }

    /** How far probabilities are from the shares that they predict, on average over answers (Naeini et al. 2015, AAAI). */
    private static Double off(Map<String, Detail> systems) {
        double answers = 0;
        double sum = 0;
        for (Detail detail : systems.values()) {
            for (Bin bin : detail.calibration()) {
                answers += bin.n();
                sum += bin.n() * Math.abs(bin.predicted() - bin.observed());
            }
        }
        return answers == 0 ? null : sum / answers;
    }

    private static XmlText open(String summary) {
        return new XmlText("figure", "").open("div", "class", "panels", "role", "img", "aria-label", summary);
    }

    private static String close(XmlText figure, String summary) {
        String xml = figure.close().element("figcaption", summary).finish();
        return xml.substring(xml.indexOf('\n') + 1);
    }

    /** A place in a panel, to a tenth. */
    private static String at(double place) {
        return Figures.place(place);
    }

    /** One system's picture. */
    private static final class Plot {
        private final XmlText figure;

        Plot(XmlText figure, int height) {
            this.figure = figure.open("svg", "viewBox", "0 0 " + WIDTH + " " + height);
        }

        void close() {
            figure.close();
        }

        void shape(String name, String... attributes) {
            figure.open(name, attributes).close();
        }

        void text(String kind, double x, double y, String anchor, String content) {
            figure.element("text", content, "class", kind, "x", at(x), "y", at(y), "text-anchor", anchor);
        }
    }
}
