package dev.valuecompass.items.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
