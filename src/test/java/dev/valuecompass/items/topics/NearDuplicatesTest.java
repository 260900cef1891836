package dev.valuecompass.items.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    /** abcdefg has the runs abcde, bcdef, cdefg; abcdefx has abcde, bcdef, cdefx: two of four are shared. */
    @Test
    void runsOfFive() {
        var a = NearDuplicates.runs("ABC-defg".replace("-", ""));
        var b = NearDuplicates.runs("abcdefx");
        assertThat(a).hasSize(3);
        assertThat(a.stream().filter(b::contains)).hasSize(2);
        assertThat(NearDuplicates.runs("Hm?")).hasSize(1).isEqualTo(NearDuplicates.runs("hm"));
    }

    /**
     * 100 letters that differ from place to place make 96 runs; without the last 24 letters 72 are left, all shared:
     * Jaccard 72/96 = ¾. The estimate from 100 hashes has the standard error √(¾·¼/100) = .043; four of them are .173.
     */
    @Test
    void estimatesTheJaccardSimilarity() {
        String all = IntStream.range(0, 100)
                .mapToObj(i -> Character.toString(0x4e00 + i))
                .collect(Collectors.joining());
        assertThat(new NearDuplicates(0.7).similarity(all, all.substring(0, 76)))
                .isCloseTo(0.75, within(0.173));
        assertThat(new NearDuplicates(0.7).similarity(all, all)).isEqualTo(1);
    }

    @Test
    void keepsTheFirstOfTextsThatAreNearlyTheSame() {
        List<String> texts = List.of(
                "Should companies be allowed to monitor what employees do on their work computers?",
                "Should zoos be closed?",
                "should companies be allowed to monitor what employees do on their work-computers",
                "Should companies be allowed to monitor what employees do on their office computers?",
                "Should schools be allowed to choose their pupils?");
        assertThat(new NearDuplicates(0.7).kept(texts)).containsExactly(0, 1, 4);
    }
}
