package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentStatesTest {
    private final RecentStates recent = new RecentStates(10);

    @Test
    void theOldestGoWhenThereIsNoRoomAndATextThatNeverHasRoomIsNotKept() {
        float[] first = new float[4];
        recent.keep("first", first);
        recent.keep("second", new float[6]);
        recent.keep("second", new float[6]);
        assertThat(recent.of("first")).containsSame(first);
        recent.keep("huge", new float[11]);
        assertThat(recent.of("first")).isPresent();
        recent.keep("third", new float[1]);
        assertThat(recent.of("first")).isEmpty();
        assertThat(recent.of("second")).isPresent();
        assertThat(recent.of("huge")).isEmpty();
    }
}
