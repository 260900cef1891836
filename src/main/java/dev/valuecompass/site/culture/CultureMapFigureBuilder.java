package dev.valuecompass.site.culture;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.CultureMap;
import dev.valuecompass.scores.CultureMap.MapPoint;
import dev.valuecompass.site.culture.CultureMapFigure.Marker;
import dev.valuecompass.site.culture.CultureMapFigure.Tag;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.LabelPlaces;
import dev.valuecompass.site.text.LabelPlaces.LabelPosition;
import dev.valuecompass.site.text.LabelPlaces.LabelledDot;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws the map of models and the countries of one series, on a field 400 wide, both axes to the same scale. */
final class CultureMapFigureBuilder {
    private static final double WIDTH = 400;
    private static final double MARGIN = 18;
    private static final double LOWEST = 220;
    private static final double HIGHEST = 400;
    private static final int MOST_NUMBERS = 40;
    private static final int NAMED = 2;
    /** Radii of dots; the template says the same. */
    private static final double MODEL = 3.5;

    private static final double COUNTRY = 1.5;

    private final Edition edition;
    private final PageTexts words;
    private final CultureSeries series;
    private final Address from;

    CultureMapFigureBuilder(Edition edition, CultureSeries series, Address from) {
        this.edition = edition;
        this.words = edition.words();
        this.series = series;
        this.from = from;
    }

    /** Null when there are too few profiles for a plane. */
    CultureMapFigure figure() {
        CultureMap map = CultureMapFile.map(edition, series).orElse(null);
        if (map == null) {
            return null;
        }
        List<MapPoint> models = points(map, "model");
        List<MapPoint> countries = points(map, "culture");
        if (models.isEmpty() || countries.isEmpty()) {
            return null;
        }
        PlotArea field = PlotArea.of(map.points());
        Map<String, Culture> cultures =
                series.cultures().stream().collect(Collectors.toMap(Culture::id, culture -> culture));
        boolean numbered = models.size() <= MOST_NUMBERS;
        List<LabelledDot> dots = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            dots.add(field.dot(models.get(i), numbered ? Integer.toString(i + 1) : null, true));
        }
        countries.forEach(
                point -> dots.add(field.dot(point, cultures.get(point.id()).code(), false)));
        List<LabelPosition> places = LabelPlaces.of(dots, WIDTH, field.height);
        List<Marker> modelMarks = IntStream.range(0, models.size())
                .mapToObj(i -> mark(
                        Integer.toString(i + 1),
                        model(models.get(i)),
                        models.get(i),
                        countries,
                        new PlacedLabel(dots.get(i), places.get(i))))
                .toList();
        List<Marker> countryMarks = IntStream.range(0, countries.size())
                .mapToObj(i -> mark(
                        cultures.get(countries.get(i).id()).code(),
                        country(countries.get(i), cultures),
                        countries.get(i),
                        models,
                        new PlacedLabel(dots.get(models.size() + i), places.get(models.size() + i))))
                .toList();
        return new CultureMapFigure(
                summary(map, models, countries, cultures),
                List.of(axis(map, 0), axis(map, 1)),
                Figures.place(field.height),
                countryMarks,
                modelMarks,
                numbered,
                new Link(from.to(edition.places().cultureMap(series.id())), words.get("map.data")));
    }

    private static List<MapPoint> points(CultureMap map, String kind) {
        return map.points().stream()
                .filter(point -> point.kind().equals(kind))
                .sorted(Comparator.comparing(MapPoint::name, NameOrder.OF_NAMES).thenComparing(MapPoint::id))
                .toList();
    }

    /** Where a mark lies, and its label; null without one. */
    private record PlacedLabel(LabelledDot dot, LabelPosition place) {
        Tag tag() {
            return place == null
                    ? null
                    : new Tag(
                            Figures.place(place.x()),
                            Figures.place(place.y()),
                            place.anchor(),
                            Figures.two(place.drop()),
                            place.away(),
                            place.roomy());
        }
    }

    private Marker mark(String label, Link page, MapPoint point, List<MapPoint> others, PlacedLabel spot) {
        return new Marker(
                label,
                page,
                Figures.place(spot.dot.x()),
                Figures.place(spot.dot.y()),
                spot.tag(),
                Figures.two(point.x()),
                Figures.two(point.y()),
                HostileText.line(nearest(point, others).name()));
    }

    private Link country(MapPoint point, Map<String, Culture> cultures) {
        Culture culture = cultures.get(point.id());
        return new Link(
                from.to(edition.places().culture(series.id(), culture.code())), CountryNames.of(culture, words));
    }

    private Link model(MapPoint point) {
        return new Link(from.to(edition.places().modelPage(point.id())), HostileText.line(point.name()));
    }

    private String summary(
            CultureMap map, List<MapPoint> models, List<MapPoint> countries, Map<String, Culture> cultures) {
        MapPoint near = models.stream()
                .min(Comparator.comparingDouble(point -> distance(point, nearest(point, countries))))
                .orElseThrow();
        MapPoint far = models.stream()
                .max(Comparator.comparingDouble(point -> distance(point, nearest(point, countries))))
                .orElseThrow();
        return words.text("map.summary")
                .with("models", words.count("models", models.size()))
                .with("countries", words.count("countries", countries.size()))
                .with(
                        "share",
                        percent(map.axes().get(0).share() + map.axes().get(1).share()))
                .with("near", HostileText.line(near.name()))
                .with(
                        "country",
                        CountryNames.of(cultures.get(nearest(near, countries).id()), words))
                .with("far", HostileText.line(far.name()))
                .get();
    }

    /** What lies at either end: the values that weigh most for it. */
    private String axis(CultureMap map, int which) {
        ValueSystem system = edition.system(series.system()).orElseThrow().system();
        List<Double> loadings = map.axes().get(which).loadings();
        List<Integer> order = IntStream.range(0, loadings.size())
                .boxed()
                .sorted(Comparator.comparing(loadings::get))
                .toList();
        return words.text(which == 0 ? "map.across" : "map.up")
                .with("share", percent(map.axes().get(which).share()))
                .with("less", names(system, order.subList(0, NAMED)))
                .with("more", names(system, order.subList(order.size() - NAMED, order.size())))
                .get();
    }

    private String names(ValueSystem system, List<Integer> dimensions) {
        return words.list(
                dimensions.stream().map(i -> system.dimensions().get(i).name()).toList());
    }

    private static String percent(double share) {
        return Figures.whole(Math.round(100 * share));
    }

    private static MapPoint nearest(MapPoint point, List<MapPoint> others) {
        return others.stream()
                .min(Comparator.comparingDouble(other -> distance(point, other)))
                .orElseThrow();
    }

    private static double distance(MapPoint one, MapPoint other) {
        return StrictMath.hypot(one.x() - other.x(), one.y() - other.y());
    }

    /** Where coordinates lie on the drawing; up is up. */
    private record PlotArea(double left, double top, double scale, double indent, double height) {
        static PlotArea of(List<MapPoint> points) {
            List<Double> xs = new ArrayList<>();
            List<Double> ys = new ArrayList<>();
            points.forEach(point -> {
                xs.add(point.x());
                ys.add(point.y());
            });
            double left = xs.stream().min(Double::compare).orElseThrow();
            double width = xs.stream().max(Double::compare).orElseThrow() - left;
            double top = ys.stream().max(Double::compare).orElseThrow();
            double tall = top - ys.stream().min(Double::compare).orElseThrow();
            double scale = Math.min(
                    (WIDTH - 2 * MARGIN) / Math.max(width, 1e-9), (HIGHEST - 2 * MARGIN) / Math.max(tall, 1e-9));
            double indent = (WIDTH - 2 * MARGIN - scale * width) / 2;
            return new PlotArea(left, top, scale, indent, Math.max(LOWEST, scale * tall + 2 * MARGIN));
        }

        LabelledDot dot(MapPoint point, String label, boolean model) {
            return new LabelledDot(x(point), y(point), model ? MODEL : COUNTRY, label, model);
        }

        double x(MapPoint point) {
            return MARGIN + indent + (point.x() - left) * scale;
        }

        double y(MapPoint point) {
            return MARGIN + (top - point.y()) * scale;
        }
    }
}
