package dev.valuecompass.site.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import dev.valuecompass.site.SmallPeriod;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.check.Withdrawal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardTextsTest {
    private static Edition edition(Map<String, Withdrawal> withdrawn) {
        PeriodRecord period = SmallPeriod.usual("2026-11").build();
        History history = History.of(List.of(period.snapshot()), withdrawn);
        return new Edition(period, history, Languages.english(DataFolder.over(Path.of("data"))));
    }

    private static Card board(Edition edition) {
        return texts(edition).board(edition.valueSystems().get(0));
    }

    private static CardTexts texts(Edition edition) {
        return new CardTexts(edition, "Values", readable -> true);
    }

    @Test
    void theCardsOfAWithdrawnPeriodSaySo() {
        Edition taken = edition(Map.of("2026-11", new Withdrawal("2026-12-03", "prompts were cut")));
        Card board = board(taken);
        Card model = texts(taken).model(taken.snapshot().models().get(0));
        assertThat(List.of(board, model)).allSatisfy(card -> {
            assertThat(card.corner()).isEqualTo("November 2026, withdrawn");
            assertThat(card.footer()).startsWith("Withdrawn on 2026-12-03: these figures are not to be used.");
        });
        Card standing = board(edition(Map.of()));
        assertThat(standing.corner()).isEqualTo("November 2026");
        assertThat(standing.footer()).doesNotContain("ithdrawn");
        assertThat(standing.digest()).isNotEqualTo(board.digest());
    }
}
