package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.yaml.Yaml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every reader of text files meets every form in which people save them. */
class TextFileTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    /** One of a kind of file: three lines, of which the last holds a letter beyond ASCII. */
    private record Reader(String name, String text, Consumer<Path> read) {}

    private record Line(String city) {}

    private static List<Reader> readers() {
        return List.of(
                new Reader(
                        "JSON lines",
                        "{\"city\":\"a\"}\n{\"city\":\"b\"}\n{\"city\":\"Köln\"}\n",
                        file -> JsonLines.read(file, Line.class)),
                new Reader("JSON", "{\n\n\"city\":\"Köln\"}\n", file -> Json.read(file, Line.class)),
                new Reader("CSV", "city\na\nKöln\n", Csv::read),
                new Reader("YAML", "# a\n\ncity: Köln\n", file -> Yaml.read(file, new Defects())),
                new Reader("text", "a\nb\nKöln\n", TextFile::read));
    }

    @TestFactory
    Stream<DynamicTest> aByteOrderMarkIsPassedOver() {
        return readers().stream()
                .map(reader -> DynamicTest.dynamicTest(
                        reader.name(),
                        () -> reader.read().accept(file(("\uFEFF" + reader.text()).getBytes(StandardCharsets.UTF_8)))));
    }

    @TestFactory
    Stream<DynamicTest> everyOtherFormIsRefusedWithTheWayOutOfIt() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Reader reader : readers()) {
            for (Map.Entry<String, byte[]> form : forms(reader.text()).entrySet()) {
                tests.add(DynamicTest.dynamicTest(
                        reader.name() + ": " + form.getKey(),
                        () -> assertThatThrownBy(() -> reader.read().accept(file(form.getValue())))
                                .isInstanceOf(DataException.class)
                                .hasMessageEndingWith("some.file" + form.getKey())));
            }
        }
        return tests.stream();
    }

    /** By the end of the message that it must get. */
    private static Map<String, byte[]> forms(String text) throws IOException {
        Map<String, byte[]> forms = new TreeMap<>();
        forms.put(":3: not UTF-8; save it as UTF-8", text.getBytes(WINDOWS));
        forms.put(": is in UTF-16; save it as UTF-8", text.getBytes(StandardCharsets.UTF_16LE));
        forms.put(": is compressed (gzip); unpack it first, as with gunzip", gzip(text));
        forms.put(": is a zip archive or a spreadsheet; unpack it, or export it as text in UTF-8", zip(text));
        forms.put(
                ":3: holds a NUL character; remove it; the file may be damaged or not be text",
                text.replace("ö", "\0").getBytes(StandardCharsets.UTF_8));
        return forms;
    }

    @TestFactory
    Stream<DynamicTest> utf16IsToldByItsMarkToo() {
        return Stream.of("UTF-16", "x-UTF-16LE-BOM")
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThatThrownBy(() -> TextFile.read(file("é\n".getBytes(Charset.forName(name)))))
                                .hasMessageContaining("is in UTF-16; save it as UTF-8")));
    }

    /** The readers of lines hold a part of the file: what is broken may lie far behind what was read. */
    @Test
    void theLineIsRightFarIntoAFile() throws IOException {
        byte[] start = "{\"city\":\"a\"}\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(start);
        all.write("{\"city\":\"Köln\"}".getBytes(WINDOWS));
        Path file = file(all.toByteArray());
        assertThatThrownBy(() -> JsonLines.read(file, Line.class))
                .hasMessageContaining("some.file:20001: not UTF-8; save it as UTF-8");
    }

    @Test
    void emptyFilesAndFoldersAreNamed() throws IOException {
        Path empty = file(new byte[0]);
        assertThat(JsonLines.read(empty, Line.class)).isEmpty();
        assertThat(TextFile.read(empty)).isEmpty();
        assertThatThrownBy(() -> Csv.read(empty)).hasMessageContaining(":1: no header; name the columns");
        assertThatThrownBy(() -> Yaml.read(empty, new Defects())).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> Json.read(empty, Line.class))
                .hasMessageContaining("the file is empty")
                .hasMessageNotContaining("dev.valuecompass");
        for (Reader reader : readers()) {
            assertThatThrownBy(() -> reader.read().accept(folder))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("a folder lies where a file is needed");
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("some.file"), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a"));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
