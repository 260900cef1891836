package dev.valuecompass.config;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.text.NearNames;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.value.CountryCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the section {@code examinees}. */
final class ExamineeList {
    private static final Range BILLIONS = Range.of(0.000001, 1_000_000);
    private static final Range DOLLARS = Range.of(0L, 100_000L);

    private final List<String> endpoints;
    private final ExamineeSettings settings;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    ExamineeList(List<Endpoint> endpoints, DataFolder folder) {
        this.endpoints = endpoints.stream().map(Endpoint::id).toList();
        this.settings = new ExamineeSettings(folder);
    }

    List<Examinee> read(List<YamlMap> maps) {
        List<Examinee> examinees = new ArrayList<>();
        for (YamlMap map : maps) {
            Examinee examinee = examinee(map);
            checkEndpoint(map, examinee.endpoint());
            checkIdentity(map, examinee);
            map.done();
            examinees.add(examinee);
        }
        return List.copyOf(examinees);
    }

    private Examinee examinee(YamlMap map) {
        String id = map.id("id");
        return ExamineeFields.builder()
                .id(id)
                .name(map.text("name"))
                .endpoint(map.text("endpoint"))
                .model(map.text("model"))
                .developer(map.text("developer"))
                .country(country(map))
                .family(map.text("family", id))
                .open(is(map, "access", "open", "proprietary"))
                .reasoning(is(map, "type", "reasoning", "chat"))
                .released(map.date("released").orElse(null))
                .knowledgeCutoff(map.date("knowledge-cutoff").orElse(null))
                .licence(map.text("licence", ""))
                .sizeBillions(map.number("size-billions", BILLIONS))
                .price(map.has("price") ? price(map.section("price")) : null)
                .website(WebAddress.page(map, "website"))
                .settings(settings.read(map))
                .build();
    }

    /** These facts have no default: a wrong one in a filter costs more trust than a question costs time. */
    private static boolean is(YamlMap map, String key, String yes, String no) {
        return map.required(key)
                .flatMap(value -> value.oneOf(List.of(yes, no)))
                .filter(yes::equals)
                .isPresent();
    }

    private static String country(YamlMap map) {
        String country = map.text("country", "");
        if (!country.isEmpty()) {
            CountryCode.objection(country).ifPresent(wrong -> map.report("country", wrong.what(), wrong.fix()));
        }
        return country;
    }

    private static Price price(YamlMap map) {
        map.required("input");
        map.required("output");
        BigDecimal input = map.decimal("input", DOLLARS).orElse(BigDecimal.ZERO);
        Price price = new Price(
                input,
                map.decimal("output", DOLLARS).orElse(BigDecimal.ZERO),
                map.decimal("cached-input", DOLLARS).orElse(null),
                map.decimal("cache-write", DOLLARS).orElse(null),
                map.date("since").orElse(null));
        map.done();
        return price;
    }

    private void checkEndpoint(YamlMap map, String endpoint) {
        if (!endpoint.isEmpty() && !endpoints.contains(endpoint)) {
            map.report("endpoint", "unknown endpoint '" + endpoint + "'", NearestName.remedy(endpoint, endpoints));
        }
    }

    private void checkIdentity(YamlMap map, Examinee examinee) {
        if (!examinee.id().isEmpty() && !ids.add(examinee.id())) {
            map.report("id", "two examinees have the id '" + examinee.id() + "'", "rename one");
        }
        String other =
                examinee.name().isEmpty() ? null : names.putIfAbsent(NearNames.fold(examinee.name()), examinee.name());
        if (other != null) {
            map.report(
                    "name",
                    "the name '" + examinee.name() + "' can be mistaken for '" + other + "'",
                    "give names that differ in more than blanks, punctuation, capitals and letters that look alike");
        } else if (NearNames.mixesScripts(examinee.name())) {
            map.warn(
                    "name",
                    "the name '" + examinee.name() + "' has letters of two scripts that look alike in one word",
                    "type it anew");
        }
    }
}
