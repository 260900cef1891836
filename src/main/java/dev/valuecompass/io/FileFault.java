package dev.valuecompass.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the file system refused, as one sentence with the path and what to do about it. Every {@link IOException} on a file
 * that a user named passes through here.
 */
public final class FileFault {
    private static final String ANOTHER_PLACE = "or name another place";

    private FileFault() {}

    private enum Kind {
        FULL("the disk is full", "make room on it and give the same command again"),
        QUOTA("the disk quota is used up", "delete something or raise the quota, and give the same command again"),
        TOO_LARGE("the file grew beyond what this process may write", "raise the limit of file sizes (ulimit -f)"),
        READ_ONLY("it lies on a read-only file system", "mount it for writing, " + ANOTHER_PLACE),
        DENIED("this user has no right to it", "change its owner or mode (ls -ld shows both), " + ANOTHER_PLACE),
        LOCKED("the system does not allow it", "see whether it is locked against changes (lsattr), " + ANOTHER_PLACE),
        FILE_FOR_FOLDER("a file lies where a folder is needed", "move that file away, " + ANOTHER_PLACE),
        FOLDER_FOR_FILE("a folder lies where a file is needed", "move that folder away, " + ANOTHER_PLACE),
        MISSING("it does not exist", "check the path"),
        EXISTS("there is something of that name already", "move it away, " + ANOTHER_PLACE),
        NOT_EMPTY("a folder that is in the way is not empty", "move it away, " + ANOTHER_PLACE),
        LOOP("its symbolic links lead in a circle", "mend the links (ls -l shows them)"),
        NAME("the name is too long for this file system", "use a shorter one"),
        TOO_MANY_OPEN("too many files are open", "raise the limit (ulimit -n), or ask less at once (concurrency)"),
        BUSY("another program is using it", "wait for that to end and give the same command again"),
        DISK("the disk reports an error", "look at the system's log; the disk or the share may be failing");

        private final String what;
        private final String fix;

        Kind(String what, String fix) {
            this.what = what;
            this.fix = fix;
        }
    }

    /** A file or folder that could not be written, replaced or removed. */
    public static DataException writing(Path path, IOException e) {
        return of("cannot be written", path, e);
    }

    /** A file or folder that could not be read or listed. */
    public static DataException reading(Path path, IOException e) {
        return of("cannot be read", path, e);
    }

    /** A fault of which nobody said where; empty when the exception does not tell it either. */
    public static Optional<DataException> of(IOException e) {
        if (e instanceof FileSystemException fault && fault.getFile() != null) {
            return Optional.of(of("cannot be used", Path.of(fault.getFile()), e));
        }
        return kind(Path.of(""), e)
                .map(kind -> new DataException(new Defect("a file", "cannot be used: " + kind.what, kind.fix), e));
    }

    private static DataException of(String failed, Path path, IOException e) {
        Path at = nearer(path, e);
        Defect defect = kind(at, e)
                .map(kind -> new Defect(path, failed + ": " + at(at, path) + kind.what, kind.fix))
                .orElseGet(() ->
                        new Defect(path, failed + " (" + words(e) + ")", "check that the path is right and usable"));
        return new DataException(defect, e);
    }

    /** A folder on the way may be at fault rather than the file itself. Temporary names say nothing to anybody. */
    private static Path nearer(Path path, IOException e) {
        if (!(e instanceof FileSystemException fault) || fault.getFile() == null) {
            return path;
        }
        try {
            Path told = Path.of(fault.getFile());
            return path.toAbsolutePath()
                            .normalize()
                            .startsWith(told.toAbsolutePath().normalize())
                    ? told
                    : path;
        } catch (InvalidPathException notAPath) {
            return path;
        }
    }

    private static String at(Path at, Path path) {
        return at.toAbsolutePath().normalize().equals(path.toAbsolutePath().normalize()) ? "" : "at " + at + ", ";
    }

    private static Optional<Kind> kind(Path path, IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return Optional.of(Files.isDirectory(path) ? Kind.EXISTS : Kind.FILE_FOR_FOLDER);
        }
        if (e instanceof NoSuchFileException) {
            return Optional.of(Kind.MISSING);
        }
        if (e instanceof NotDirectoryException) {
            return Optional.of(Kind.FILE_FOR_FOLDER);
        }
        if (e instanceof DirectoryNotEmptyException) {
            return Optional.of(Kind.NOT_EMPTY);
        }
        if (e instanceof FileSystemLoopException) {
            return Optional.of(Kind.LOOP);
        }
        return Optional.ofNullable(byWords(words(e)))
                .or(() -> e instanceof AccessDeniedException ? Optional.of(Kind.DENIED) : Optional.empty());
    }

    /** The system's own words, for which Java has no class. */
    private static Kind byWords(String words) {
        String[][] known = {
            {"no space left", "FULL"},
            {"not enough space", "FULL"},
            {"quota exceeded", "QUOTA"},
            {"file too large", "TOO_LARGE"},
            {"read-only file system", "READ_ONLY"},
            {"permission denied", "DENIED"},
            {"operation not permitted", "LOCKED"},
            {"not a directory", "FILE_FOR_FOLDER"},
            {"is a directory", "FOLDER_FOR_FILE"},
            {"no such file", "MISSING"},
            {"directory not empty", "NOT_EMPTY"},
            {"symbolic links", "LOOP"},
            {"name too long", "NAME"},
            {"too many open files", "TOO_MANY_OPEN"},
            {"resource busy", "BUSY"},
            {"text file busy", "BUSY"},
            {"input/output error", "DISK"},
            {"stale file handle", "DISK"},
        };
        String lower = words.toLowerCase(Locale.ROOT);
        for (String[] word : known) {
            if (lower.contains(word[0])) {
                return Kind.valueOf(word[1]);
            }
        }
        return null;
    }

    /** The reason alone where it is told apart from the path, which may contain anything. */
    private static String words(IOException e) {
        if (e instanceof FileSystemException fault) {
            return fault.getReason() == null ? e.getClass().getSimpleName() : fault.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
