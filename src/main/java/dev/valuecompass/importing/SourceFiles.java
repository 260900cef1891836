package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.TextFile;
import java.nio.file.Path;

/** The published files of a platform, by name: from a folder or from an address. */
@FunctionalInterface
public interface SourceFiles {
    /** @throws DataException when there is no such file or it cannot be read */
    String text(String name);

    /** @throws DataException when it is meant for an address and is none */
    static SourceFiles at(String folderOrAddress) {
        return folderOrAddress.contains("://") ? new RemoteFolder(folderOrAddress) : in(Path.of(folderOrAddress));
    }

    static SourceFiles in(Path folder) {
        return name -> TextFile.read(folder.resolve(name));
    }
}
