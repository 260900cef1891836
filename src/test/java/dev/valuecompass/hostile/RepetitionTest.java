package dev.valuecompass.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a model repeats, reading it neither breaks nor hangs the thread that does. */
@Tag("slow")
class RepetitionTest {
    /** As much as the threads have that ask. */
    private static final long STACK_BYTES = 256 * 1024;

    private static final int SHORT = 1_500;
    private static final int LONG = 300_000;
    private static final double MOST_SECONDS = 3;

    /** Below this, what a measurement shows is noise; a reader in the square of the length needs minutes. */
    private static final double NOISE = 0.25;

    static List<Reader> readers() {
        return Readers.all();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void noRepetitionBreaksIt(Reader reader) throws InterruptedException {
        List<String> broken = new ArrayList<>();
        Map<String, String> texts = HostileTexts.ofLength(SHORT);
        onSmallStack(() -> texts.forEach((name, text) -> {
            try {
                reader.work().accept(text);
            } catch (RuntimeException | Error e) {
                broken.add(name + ": " + e);
            }
        }));
        assertThat(broken).as(reader.name()).isEmpty();
    }

    /** In the time that the thread had of a processor, which does not depend on what else the machine does. */
    @Test
    void aLongTextIsReadInTimeThatGrowsWithIt() throws InterruptedException {
        List<String> slow = new ArrayList<>();
        Map<String, List<String>> tokens = HostileTexts.worst();
        onSmallStack(() -> Readers.all()
                .forEach(reader -> tokens.getOrDefault(reader.name(), List.of()).forEach(token -> {
                    double whole = seconds(reader, HostileTexts.repeated("", token, LONG));
                    if (whole > NOISE && tooMuch(whole, reader, token)) {
                        slow.add("%s of '%s': %.2f s".formatted(reader.name(), HostileTexts.name(token), whole));
                    }
                })));
        assertThat(slow).isEmpty();
    }

    @Test
    void everyReaderNamedForLongTextsIsThere() {
        assertThat(Readers.all().stream().map(Reader::name))
                .containsAll(HostileTexts.worst().keySet())
                .doesNotHaveDuplicates();
    }

    /** The least of three, since a pause of the collector or a method not yet compiled is in the first of them. */
    private static boolean tooMuch(double first, Reader reader, String token) {
        double whole = first;
        double half = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            half = Math.min(half, seconds(reader, HostileTexts.repeated("", token, LONG / 2)));
            whole = Math.min(whole, seconds(reader, HostileTexts.repeated("", token, LONG)));
        }
        return whole > MOST_SECONDS || whole > 3 * Math.max(half, NOISE);
    }

    private static double seconds(Reader reader, String text) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        reader.work().accept(text);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static void onSmallStack(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, work, "reader", STACK_BYTES);
        thread.setUncaughtExceptionHandler((dead, cause) -> failure.set(cause));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
