package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SmallLettersTest {
    @Test
    void noCharacterChangesTheLength() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String one = Character.toString(point);
            assertThat(SmallLetters.of("İ" + one)).as("U+%04X", point).hasSize(1 + one.length());
        }
    }

    @Test
    void itIsTheLibrarysOwnButForTwoLetters() {
        assertThat(SmallLetters.of("ÀÉ ẞ Straße ОК")).isEqualTo("ÀÉ ẞ Straße ОК".toLowerCase(Locale.ROOT));
        assertThat(SmallLetters.of("İSTANBUL ΟΔΟΣ")).isEqualTo("istanbul οδοσ");
    }
}
