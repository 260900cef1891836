package dev.valuecompass.site;

import dev.valuecompass.language.Language;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Frame;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.write.Assets;
import java.util.List;

/**
 * The languages of the site, seen from one of them. Pages of the first lie at the root, those of another one in a
 * folder of its own, at the same paths.
 *
 * @param all the site's first language first
 */
record SiteLanguages(List<Language> all, Language own) {
    /** Where pages of the own language lie: empty, or ending with a slash. */
    String folder() {
        return folder(own);
    }

    private String folder(Language language) {
        return language.equals(all.get(0)) ? "" : language.code() + "/";
    }

    /** The path of a page of the own language in the first one. */
    String first(String path) {
        return path.substring(folder().length());
    }

    Frame.PageLanguage of(Address here, SiteIdentity publication) {
        // A page that servers show anywhere is there in one language alone.
        boolean alone = all.size() == 1 || here.path().equals("404.html");
        return new Frame.PageLanguage(
                own.code(),
                own.direction(),
                Assets.script(own),
                Assets.scriptOfPages(own),
                here.to(folder()),
                alone
                        ? List.of()
                        : all.stream()
                                .map(language -> version(language, here, publication))
                                .toList());
    }

    private Frame.Version version(Language language, Address here, SiteIdentity publication) {
        String path = folder(language) + first(here.path());
        return new Frame.Version(
                language.code(), language.name(), here.to(path), publication.absolute(path), language.equals(own));
    }
}
