package dev.valuecompass.io;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Text files that a person or another program wrote: UTF-8, with or without a byte-order mark. Whatever else they turn
 * out to be is refused, with the line where there is one and the way out of it.
 */
public final class TextFile {
    private static final int HEAD = 512;
    private static final String AS_UTF_8 = "save it as UTF-8";

    private TextFile() {}

    /** What a file of this beginning is. */
    private enum Kind {
        GZIP("is compressed (gzip)", "unpack it first, as with gunzip", 0x1F, 0x8B),
        BZIP2("is compressed (bzip2)", "unpack it first, as with bunzip2", 'B', 'Z', 'h'),
        XZ("is compressed (xz)", "unpack it first, as with unxz", 0xFD, '7', 'z', 'X', 'Z'),
        ZSTANDARD("is compressed (zstd)", "unpack it first, as with unzstd", 0x28, 0xB5, 0x2F, 0xFD),
        ZIP("is a zip archive or a spreadsheet", "unpack it, or export it as text in UTF-8", 'P', 'K', 3, 4),
        OFFICE("is an office document", "export it as text in UTF-8", 0xD0, 0xCF, 0x11, 0xE0),
        PDF("is a PDF", "export it as text in UTF-8", '%', 'P', 'D', 'F', '-'),
        PARQUET("is a Parquet file", "export it as JSON lines or CSV", 'P', 'A', 'R', '1'),
        SQLITE("is an SQLite database", "export it as JSON lines or CSV", 'S', 'Q', 'L', 'i', 't', 'e', ' '),
        UTF_16_LITTLE("is in UTF-16", AS_UTF_8, 0xFF, 0xFE),
        UTF_16_BIG("is in UTF-16", AS_UTF_8, 0xFE, 0xFF),
        UTF_32_BIG("is in UTF-32", AS_UTF_8, 0, 0, 0xFE, 0xFF);

        private final String what;
        private final String fix;
        private final int[] beginning;

        Kind(String what, String fix, int... beginning) {
            this.what = what;
            this.fix = fix;
            this.beginning = beginning;
        }

        private boolean begins(byte[] head) {
            for (int i = 0; i < beginning.length; i++) {
                if (i >= head.length || (head[i] & 0xFF) != beginning[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** All of a file, without a byte-order mark. @throws DataException when it cannot be read or is not text in UTF-8 */
    public static String read(Path file) {
        try {
            return decode(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw FileFault.reading(file, e);
        }
    }

    /** The same of what came from elsewhere. @param place the file, as the user would name it */
    public static String decode(byte[] bytes, String place) {
        refuseOther(bytes, place);
        try {
            return withoutMark(text(bytes), place);
        } catch (CharacterCodingException e) {
            throw notUtf8(place, brokenLine(bytes));
        }
    }

    /**
     * The lines of a file that may be larger than memory, without a byte-order mark. Whoever reads passes what goes wrong on
     * the way to {@link #fault}.
     */
    static BufferedReader lines(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            refuseOther(head, file.toString());
            in.reset();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, strict()));
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** What went wrong while a file was read, with the line that is not UTF-8 if it was that. */
    static DataException fault(Path file, IOException e) {
        if (!(e instanceof CharacterCodingException)) {
            return FileFault.reading(file, e);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return notUtf8(file.toString(), brokenLine(in));
        } catch (IOException again) {
            return FileFault.reading(file, again);
        }
    }

    /** What is wrong with a line as text; empty when nothing is. */
    static Optional<Defect> objection(String line, String place, int number) {
        return line.indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of(new Defect(
                        place, number, "holds a NUL character", "remove it; the file may be damaged or not be text"));
    }

    private static String withoutMark(String text, String place) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int line = 1
                    + (int) text.substring(0, nul)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new DataException(objection("\0", place, line).stream().toList());
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void refuseOther(byte[] start, String place) {
        byte[] head = start.length > HEAD ? Arrays.copyOf(start, HEAD) : start;
        for (Kind kind : Kind.values()) {
            if (kind.begins(head)) {
                throw new DataException(place, kind.what, kind.fix);
            }
        }
        int nuls = 0;
        for (byte one : head) {
            nuls += one == 0 ? 1 : 0;
        }
        // Of Latin letters in UTF-16 every second byte is 0.
        if (head.length >= 4 && nuls * 5 >= head.length * 2 && nuls * 5 <= head.length * 3) {
            throw new DataException(place, Kind.UTF_16_LITTLE.what, AS_UTF_8);
        }
    }

    private static DataException notUtf8(String place, int line) {
        return new DataException(place, line, "not UTF-8", AS_UTF_8);
    }

    private static int brokenLine(byte[] bytes) {
        try {
            return brokenLine(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No part of a character of several bytes is a line end, so each line can be looked at alone. */
    private static int brokenLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                if (broken(line.toByteArray())) {
                    return number;
                }
                line.reset();
                number++;
            }
        }
        return number;
    }

    private static boolean broken(byte[] line) {
        try {
            text(line);
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return strict().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
