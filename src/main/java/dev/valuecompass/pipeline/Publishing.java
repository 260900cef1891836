package dev.valuecompass.pipeline;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.config.SiteSettings;
import dev.valuecompass.config.Title;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.site.Site;
import dev.valuecompass.site.SiteReport;
import dev.valuecompass.site.text.SiteTexts;
import dev.valuecompass.site.write.SiteMark;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Theory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** From frozen periods to pages. */
public final class Publishing {
    private Publishing() {}

    /**
     * What was rendered.
     *
     * @param files in the site
     * @param changed of them, how many were new or differed
     * @param page the first page
     */
    public record RenderedSite(int periods, int files, int changed, String page) {
        public String text() {
            return periods + (periods == 1 ? " period, " : " periods, ") + files + " files, " + changed
                    + " of them new or changed\nsite      " + page;
        }
    }

    /**
     * What a leaderboard says of its site.
     *
     * @param base where it will be published; empty when that is not known
     * @param languages tags, the one of the first pages first
     * @param texts what the leaderboard says of itself
     */
    public record SiteOptions(Optional<URI> base, List<String> languages, SiteTexts texts) {
        /** The same at another place. */
        public SiteOptions at(Optional<URI> other) {
            return new SiteOptions(other, languages, texts);
        }
    }

    static SiteOptions form(LeaderboardConfig leaderboard) {
        Title title = leaderboard.title();
        String url = title.url();
        return new SiteOptions(
                url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url)),
                leaderboard.site().languages(),
                new SiteTexts(title.name(), title.tagline(), title.publisher(), title.contact(), title.basedOn()));
    }

    /**
     * The same of a leaderboard file; in English when there is none, since a site of imported periods needs none.
     *
     * @throws ConfigException with every mistake in the file
     */
    public static SiteOptions form(DataFolder data, Optional<Path> config) {
        return config.map(file -> form(LeaderboardReader.read(file, Theory.load(data), data)))
                .orElseGet(() -> new SiteOptions(Optional.empty(), SiteSettings.USUAL.languages(), SiteTexts.NONE));
    }

    /** Whether the site lies there as everything that decides it would make it again. */
    static boolean stands(DataFolder data, Path out, SiteOptions form) {
        return new SiteMark(out).stands(SiteInputs.of(data, form));
    }

    static String page(Path out) {
        return out.resolve("index.html").toAbsolutePath().normalize().toString();
    }

    /**
     * @throws DataException when no period is frozen, or with everything that is wrong in one
     */
    public static RenderedSite render(DataFolder data, Path out, SiteOptions form) {
        SiteMark.Inputs inputs = SiteInputs.of(data, form);
        PeriodStore store = new PeriodStore(data.own());
        List<String> periods = store.periods();
        if (periods.isEmpty()) {
            throw new DataException(data.own().resolve("periods"), "no period is frozen", "run or import one first");
        }
        SiteMark mark = new SiteMark(out);
        mark.clear();
        SiteReport report = new Site(data, form.base(), form.languages(), form.texts()).render(store, out);
        mark.set(inputs);
        return new RenderedSite(periods.size(), report.files(), report.changed(), page(out));
    }
}
