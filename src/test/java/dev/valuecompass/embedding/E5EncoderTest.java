package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Resource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class E5EncoderTest {
    /** Short and long, with common words and without, and what is no sentence. */
    private static final List<String> SAMPLES = List.of(
            "People should decide for themselves.",
            "No.",
            "",
            "It is wrong to break a promise, but it is worse to keep one that harms a child who trusted you.",
            "Zqxj 42 % §! ()",
            "日本語の文。",
            "She said \"stop\"; he didn't, and nobody who stood there with folded arms said a word about it"
                    + " afterwards.",
            "trust ".repeat(120));

    private static E5Encoder encoder;

    @BeforeAll
    static void load() {
        encoder = new E5Encoder();
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    /** Named in every vector's identity, and too large to be looked at whenever it is loaded. */
    @Test
    void thePackedModelIsTheOneThatVectorsAreNamedAfter() {
        String model = Digest.sha256(
                Digest.sha256(Resource.bytes(E5Encoder.WEIGHTS)) + Digest.sha256(Resource.bytes(E5Encoder.VOCABULARY)));
        assertThat(model).startsWith(E5Encoder.MODEL);
    }

    @Test
    void tokensOfATextThatWasJustEncodedAreTheSameAsOfOneThatWasNot() {
        String text = "Nobody has encoded this sentence before.";
        float[][] alone = encoder.tokens(text);
        encoder.encode(text);
        assertThat(encoder.tokens(text)).isDeepEqualTo(alone);
    }

    @Test
    void vectorsHaveTheStatedLengthAndNorm() {
        float[] vector = encoder.encode("People should decide for themselves.");
        assertThat(vector).hasSize(encoder.dimensions());
        assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5));
    }

    /**
     * On every processor. Whoever changes what comes out changes {@link TokenwiseBert#VERSION} too, and fits the weights of the
     * recogniser anew.
     */
    @Test
    void theModelIsTheOneThatItsNameSays() {
        assertThat(encoder.id()).isEqualTo("e5-small-v2-q/7858303ad3ec/exact-1");
        ByteBuffer bits = ByteBuffer.allocate(SAMPLES.size() * encoder.dimensions() * Float.BYTES);
        encoder.encodeAll(SAMPLES).forEach(vector -> {
            for (float number : vector) {
                bits.putFloat(number);
            }
        });
        assertThat(Digest.sha256(bits.array()))
                .isEqualTo("8b12a3c5832c1cf51105de087146ab216acc8f330cc331345cb2e42d5485f3d1");
    }

    @Test
    void nearerInMeaningIsNearerInSpace() {
        float[] freedom = encoder.encode("People should decide for themselves how to live.");
        float[] autonomy = encoder.encode("Everyone ought to be free to choose their own way of life.");
        float[] weather = encoder.encode("The train to the coast leaves at half past nine.");
        assertThat(Vectors.dot(freedom, autonomy)).isGreaterThan(Vectors.dot(freedom, weather) + 0.08);
    }

    @Test
    void theSameTextGivesTheSameBitsWhoeverElseIsEncoding() {
        List<String> texts = IntStream.range(0, 24)
                .mapToObj(i -> "Sentence " + i + " about trust.")
                .toList();
        List<float[]> alone = texts.stream().map(encoder::encode).toList();
        List<float[]> together = texts.parallelStream().map(encoder::encode).toList();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
    }

    /** 2 to 64 words, several of each length: alone, all at once, and in some other company. */
    @Test
    void aTextHasTheSameBitsWhateverIsEncodedBesideIt() {
        List<String> texts = new ArrayList<>();
        for (int words : new int[] {2, 3, 5, 8, 13, 21, 40, 64}) {
            for (int i = 0; i < 11; i++) {
                texts.add(i + " trusts" + " and is trusted".repeat(words / 3) + " twice".repeat(words % 3));
            }
        }
        List<float[]> together = encoder.encodeAll(texts);
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(7));
        List<float[]> otherwise = encoder.encodeAll(shuffled.subList(0, 50));
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).as(texts.get(i)).isEqualTo(encoder.encode(texts.get(i)));
        }
        for (int i = 0; i < otherwise.size(); i++) {
            assertThat(otherwise.get(i)).isEqualTo(together.get(texts.indexOf(shuffled.get(i))));
        }
    }

    @Test
    void noTextGivesNoVector() {
        assertThat(encoder.encodeAll(List.of())).isEmpty();
    }

    @Test
    void longEmptyAndOddTextsAreEncodedToo() {
        for (String text : List.of("", "word ".repeat(5_000), "\uD83D", "\u0000\u202e", "日本語の文。")) {
            float[] vector = encoder.encode(text);
            assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    /** In a process whose home is empty: that of the user may hold what other programs left. */
    @Test
    void leavesNothingInTheHomeDirectory(@TempDir Path home) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneSentence.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).endsWith(encoder.dimensions() + " numbers");
        assertThat(home).isEmptyDirectory();
    }

    /** A program that encodes one sentence. */
    static final class OneSentence {
        private OneSentence() {}

        public static void main(String[] arguments) {
            try (E5Encoder encoder = new E5Encoder()) {
                System.out.print(encoder.encode("One sentence.").length + " numbers");
            }
        }
    }

    @Test
    void theCacheGivesTheSameVectorsAndStaysWithinItsBound() {
        CachingEncoder cache = new CachingEncoder(encoder, 2);
        float[] first = cache.encode("one");
        cache.encode("one")[0] = 99;
        assertThat(cache.encode("one")).isEqualTo(first).isEqualTo(encoder.encode("one"));
        assertThat(cache.encoded()).isEqualTo(1);
        cache.encode("two");
        cache.encode("three");
        cache.encode("one");
        assertThat(cache.encoded()).as("one had to make room for three").isEqualTo(4);
    }

    @Test
    void aTextIsEncodedOnceHoweverManyAskForItAtOnce() {
        CachingEncoder cache = new CachingEncoder(encoder, 10);
        List<float[]> vectors = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> cache.encode("asked for by many"))
                .toList();
        assertThat(cache.encoded()).isEqualTo(1);
        assertThat(vectors).allSatisfy(vector -> assertThat(vector).isEqualTo(vectors.get(0)));
    }

    @Test
    void ofManyTextsOnlyThoseThatAreNewAreEncodedAndOnce() {
        CachingEncoder cache = new CachingEncoder(encoder, 10);
        float[] two = cache.encode("two");
        List<float[]> vectors = cache.encodeAll(List.of("one", "two", "one", "three"));
        assertThat(cache.encoded()).isEqualTo(3);
        assertThat(vectors.get(1)).isEqualTo(two);
        assertThat(vectors.get(2)).isEqualTo(vectors.get(0)).isNotSameAs(vectors.get(0));
        assertThat(vectors.get(3)).isEqualTo(encoder.encode("three"));
    }

    @Test
    void threadsThatWantTheSameTextsInAnotherOrderDoNotWaitForEachOtherForEver() {
        CachingEncoder cache = new CachingEncoder(encoder, 3);
        List<String> texts = IntStream.range(0, 12).mapToObj(i -> "text " + i).toList();
        List<List<float[]>> all = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> {
                    List<String> order = new ArrayList<>(texts);
                    Collections.rotate(order, i);
                    List<float[]> vectors = new ArrayList<>(cache.encodeAll(order));
                    Collections.rotate(vectors, -i);
                    return vectors;
                })
                .toList();
        assertThat(all).allSatisfy(vectors -> {
            for (int i = 0; i < texts.size(); i++) {
                assertThat(vectors.get(i)).isEqualTo(encoder.encode(texts.get(i)));
            }
        });
    }

    @Test
    void aFailureIsPassedOnAndNotRemembered() {
        AtomicInteger calls = new AtomicInteger();
        CachingEncoder cache = new CachingEncoder(
                new SentenceEncoder() {
                    @Override
                    public float[] encode(String text) {
                        if (calls.incrementAndGet() == 1) {
                            throw new IllegalStateException("once");
                        }
                        return new float[] {1};
                    }

                    @Override
                    public int dimensions() {
                        return 1;
                    }

                    @Override
                    public String id() {
                        return "flaky";
                    }
                },
                10);
        assertThatThrownBy(() -> cache.encode("x")).hasMessage("once");
        assertThat(cache.encode("x")).containsExactly(1);
    }

    /** They share the loaded model, so that the first to close must not take it from the other. */
    @Test
    void oneEncoderGoesOnWhenAnotherIsClosed() {
        float[] before = encoder.encode("They share one model.");
        E5Encoder other = new E5Encoder();
        assertThat(other.encode("They share one model.")).isEqualTo(before);
        other.close();
        other.close();
        assertThat(encoder.encode("They share one model.")).isEqualTo(before);
    }

    /** The runtime is native code: what is closed under it ends the process, not the call. */
    @Test
    void closingWaitsForWhatIsBeingEncoded() {
        E5Encoder closing = new E5Encoder();
        closing.encode("People should decide for themselves.");
        AtomicInteger encoded = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(n -> new Thread(() -> {
                    try {
                        for (int i = 0; i < 1_000; i++) {
                            closing.encode("Sentence " + n + " says " + i + ".");
                            encoded.incrementAndGet();
                        }
                    } catch (IllegalStateException e) {
                        // It was closed.
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        while (encoded.get() < 20) {
            Thread.onSpinWait();
        }
        closing.close();
        closing.close();

        assertThatThrownBy(() -> closing.encode("Too late."))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(encoded.get()).isLessThan(4_000);
    }
}
