package dev.valuecompass.findings;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import dev.valuecompass.site.finding.FindingTexts;
import java.nio.file.Path;
import java.util.List;

/** What findings say by the shipped language files. */
final class Spoken {
    static final FindingLanguage ENGLISH = speaker("en");
    static final FindingLanguage CHINESE = speaker("zh");

    private Spoken() {}

    private static FindingLanguage speaker(String language) {
        return new FindingTexts(Languages.load(DataFolder.over(Path.of("data")), List.of(language))
                .get(0)
                .words());
    }

    static String english(Phrase phrase) {
        return phrase.in(ENGLISH);
    }
}
