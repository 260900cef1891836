package dev.valuecompass.site;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.Theory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Renders a static site from frozen periods. The same periods give the same bytes; only files that changed are
 * written, and those that an earlier rendering left are removed. Every link is relative, so the site works under any
 * path and from a disk.
 */
public final class Site {
    private final Theory theory;
    private final Optional<URI> base;

    /** @param base where the site will be published; empty when that is not known, which leaves out canonical links */
    public Site(DataFolder data, Optional<URI> base) {
        this.theory = Theory.load(data);
        this.base = base.map(Site::asFolder);
    }

    public SiteReport render(List<PeriodRecord> periods, Path out) {
        List<PeriodRecord> newestFirst = new ArrayList<>(periods);
        newestFirst.sort(
                Comparator.comparing((PeriodRecord record) -> record.snapshot().period())
                        .reversed());
        Frames frames = new Frames(
                newestFirst.stream().map(record -> Places.of(record.snapshot())).toList(), base);
        try (OutputTree tree = new OutputTree(out)) {
            Assets.copy(tree);
            PageWriter writer = new PageWriter(tree);
            for (PeriodRecord record : newestFirst) {
                new PeriodPages(new Edition(record), theory, frames, writer).write(record == newestFirst.get(0));
            }
            return tree.finish();
        }
    }

    private static URI asFolder(URI uri) {
        return uri.getPath() != null && uri.getPath().endsWith("/") ? uri : URI.create(uri + "/");
    }
}
