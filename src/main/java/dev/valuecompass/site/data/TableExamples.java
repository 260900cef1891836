package dev.valuecompass.site.data;

import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.store.PeriodTable;
import dev.valuecompass.snapshot.store.PeriodTables;
import java.util.List;

/** How the table of scores is read in other programs: each example prints the models by their mean on one system. */
public final class TableExamples {
    private static final String PANDAS = """
            import pandas
            scores = pandas.read_csv("SCORES.csv", keep_default_na=False, na_values=[""])
            table = scores[scores.system == "SYSTEM"].pivot(index="name", columns="dimension", values="conformity")
            means = table.mean(axis="columns", skipna=False).sort_values(ascending=False)
            print(means.to_csv(header=False), end="")
            """;

    private static final String R = """
            scores <- read.csv("SCORES.csv", na.strings = "")
            chosen <- scores[scores$system == "SYSTEM", ]
            table <- tapply(chosen$conformity, list(chosen$name, chosen$dimension), mean)
            means <- sort(rowMeans(table), decreasing = TRUE)
            cat(paste0(names(means), ",", means, "\\n"), sep = "")
            """;

    private static final String DUCK_DB = """
            WITH scores AS (FROM read_csv('SCORES.csv') WHERE system = 'SYSTEM')
            SELECT name, avg(conformity) AS mean FROM scores
            GROUP BY name
            HAVING count(conformity) = (SELECT count(DISTINCT dimension) FROM scores)
            ORDER BY mean DESC;
            """;

    private static final String JAVASCRIPT = """
            const lines = require('fs').readFileSync('SCORES.jsonl', 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
            const scores = lines.filter(({system, conformity}) => system === 'SYSTEM' && conformity !== null);
            const [values, names] = ['dimension', 'name'].map((key) => [...new Set(scores.map((row) => row[key]))]);
            const means = names.map((name) => [name, scores.filter((row) => row.name === name).map((row) => row.conformity)]).filter(([, own]) => own.length === values.length);
            means.map(([name, own]) => [name, own.reduce((a, b) => a + b) / own.length]).sort((a, b) => b[1] - a[1]).forEach((row) => console.log(row.join()));
            """;

    private TableExamples() {}

    /** @param language of Markdown's fences, such as {@code python} */
    public record Example(String name, String language, String code) {}

    /** @param system id of the value system whose means are taken */
    public static List<Example> of(String period, String system) {
        String file = PeriodFiles.table(period, PeriodTables.SCORES, PeriodTable.CSV);
        String stem = file.substring(0, file.length() - PeriodTable.CSV.length());
        return List.of(
                        new Example("Python (pandas)", "python", PANDAS),
                        new Example("R", "r", R),
                        new Example("DuckDB", "sql", DUCK_DB),
                        new Example("JavaScript (Node.js)", "javascript", JAVASCRIPT))
                .stream()
                .map(one -> new Example(
                        one.name(),
                        one.language(),
                        one.code().replace("SCORES", stem).replace("SYSTEM", system)))
                .toList();
    }
}
