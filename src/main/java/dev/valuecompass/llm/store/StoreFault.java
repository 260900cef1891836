package dev.valuecompass.llm.store;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.EndsTheRun;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * What SQLite reports, as one sentence with the file and what to do about it. It is never the fault of the call that met
 * it, and nothing may go on: what is paid for would be lost, or bought again.
 */
final class StoreFault extends DataException implements EndsTheRun {
    private static final long serialVersionUID = 1;
    private static final String KEPT = "; what was answered up to here is kept";

    private StoreFault(Defect defect, Throwable cause) {
        super(defect, cause);
    }

    static StoreFault of(Path store, SQLException e) {
        return new StoreFault(defect(store.toString(), e), e);
    }

    /** An answer that was written so, and is none to this version. */
    static StoreFault strange(Path store, String digest, DataException e) {
        return new StoreFault(
                new Defect(
                        store,
                        "the answer to call " + digest + " is none that this version of the program understands",
                        "use the version that wrote it, or another --runs folder"),
                e);
    }

    /** Whether the bytes of the file are at fault, and not the disk, the rights or another program. */
    static boolean damage(SQLException e) {
        return switch (code(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_FORMAT, SQLITE_SCHEMA, SQLITE_MISMATCH -> true;
            default -> false;
        };
    }

    static SQLiteErrorCode code(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }

    private static Defect defect(String store, SQLException e) {
        return switch (code(e)) {
            case SQLITE_FULL ->
                new Defect(store, "cannot be written: the disk is full", "make room and run again" + KEPT);
            case SQLITE_IOERR ->
                new Defect(
                        store,
                        "cannot be read or written (" + e.getMessage() + ")",
                        "see whether a disk quota or a limit of file sizes (ulimit -f) is reached or the disk is"
                                + " failing, and run again" + KEPT);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                new Defect(
                        store,
                        "cannot be written: the file, its folder or its file system is read-only for this user",
                        "change that (ls -l shows owner and mode), or use another --runs folder");
            case SQLITE_CANTOPEN ->
                new Defect(
                        store,
                        "cannot be opened: it or a file beside it (-wal, -shm) is a folder, or may not be read or"
                                + " created by this user",
                        "change that (ls -l shows owner and mode), or use another --runs folder");
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                new Defect(store, "another program is writing it", "close that program and run again" + KEPT);
            case SQLITE_NOTADB ->
                new Defect(
                        store,
                        "not a run store, or its first page is damaged (" + e.getMessage() + ")",
                        "put an undamaged copy in its place; if it never was one, move it away and run again");
            default ->
                new Defect(
                        store,
                        "damaged (" + e.getMessage() + ")",
                        "run again: its damage is then looked at as a whole before anything is asked");
        };
    }
}
