package dev.valuecompass.config;

import dev.valuecompass.io.text.NearNames;
import dev.valuecompass.io.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the section {@code not-evaluated}. */
final class AbsenceList {
    private final Map<String, String> examinees = new HashMap<>();
    private final Map<String, String> absent = new HashMap<>();

    AbsenceList(List<Examinee> examinees) {
        examinees.forEach(one -> this.examinees.put(NearNames.fold(one.name()), one.name()));
    }

    List<Absence> read(List<YamlMap> maps) {
        List<Absence> list = new ArrayList<>();
        for (YamlMap map : maps) {
            Absence absence = new Absence(map.text("name"), map.text("reason"), since(map));
            check(map, absence.name());
            map.done();
            list.add(absence);
        }
        return List.copyOf(list);
    }

    private static String since(YamlMap map) {
        String since = map.text("since", "");
        if (!since.isEmpty() && !isDay(since.length() == "2026-11".length() ? since + "-01" : since)) {
            map.report(
                    "since",
                    "'since' is neither a date nor a period: '" + since + "'",
                    "write year-month or year-month-day, such as 2026-11");
        }
        return since;
    }

    private static boolean isDay(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1900 && year < 2200;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void check(YamlMap map, String name) {
        String essence = NearNames.fold(name);
        if (examinees.containsKey(essence)) {
            map.report(
                    "name",
                    "'" + name + "' is listed as not evaluated, but '" + examinees.get(essence) + "' is an examinee",
                    "keep it in one of the two lists");
        } else if (!essence.isEmpty() && absent.putIfAbsent(essence, name) != null) {
            map.report("name", "'" + name + "' is listed twice as not evaluated", "keep one");
        }
    }
}
