package dev.valuecompass.language;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code languages/} of a data folder. */
public final class Languages {
    private static final String FOLDER = "languages";

    private Languages() {}

    /** Tags of the languages that there is a file for, sorted. */
    static List<String> known(DataFolder folder) {
        return folder.list(FOLDER, ".yml").stream()
                .map(file -> file.getFileName().toString().replaceAll("\\.yml$", ""))
                .toList();
    }

    /**
     * @param codes the first is that of the site's first pages
     * @throws DataException with every mistake in their files: texts that are missing, unknown, or put in something else than the English
     *     ones
     */
    public static List<Language> load(DataFolder folder, List<String> codes) {
        Defects defects = new Defects();
        LanguageFile reference = new LanguageFile(folder.file(path(Language.REFERENCE)), defects);
        List<LanguageFile> files = new ArrayList<>();
        for (String code : codes) {
            Optional<Path> file = folder.find(path(code));
            if (code.equals(Language.REFERENCE)) {
                files.add(reference);
            } else if (file.isPresent()) {
                LanguageFile one = new LanguageFile(file.get(), defects);
                one.holdAgainst(reference);
                files.add(one);
            } else {
                defects.add(new Defect(path(code), "no such language", NearestName.remedy(code, known(folder))));
            }
        }
        defects.refuse(DataException::new);
        return files.stream().map(LanguageFile::language).toList();
    }

    /** @throws DataException with every mistake in the file */
    public static Language english(DataFolder folder) {
        return load(folder, List.of(Language.REFERENCE)).get(0);
    }

    private static String path(String code) {
        return FOLDER + "/" + code + ".yml";
    }
}
