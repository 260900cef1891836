package dev.valuecompass.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.text.SiteTexts;
import dev.valuecompass.snapshot.check.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AtomFeedTest {
    private static final Instant TODAY = Instant.parse("2026-11-30T00:00:00Z");

    private static String feed(String period) {
        return feed(period, null);
    }

    private static String feed(String period, Withdrawal withdrawal) {
        PeriodNotice notice = PeriodNoticeFields.builder()
                .period(period)
                .month("a month")
                .home(period + "/index.html")
                .dataPage(period + "/data/index.html")
                .data(period + "/data/")
                .size("two models")
                .caution(withdrawal == null ? "" : withdrawal.reason())
                .boards(List.of())
                .revisions(List.of(new PeriodNotice.Revision(1, "", ""), new PeriodNotice.Revision(2, "a slip", "")))
                .withdrawal(withdrawal)
                .build();
        return new AtomFeed(new SiteIdentity(SiteTexts.NONE.orTitle("Values"), "Values", Optional.empty()), TODAY)
                .write(List.of(notice));
    }

    @Test
    void noEntryLiesAhead() {
        assertThat(feed("2026-12"))
                .contains("<updated>2026-11-30T00:00:00Z</updated>")
                .doesNotContain("2026-12-01T");
        assertThat(feed("2026-11"))
                .contains("<updated>2026-11-01T00:00:01Z</updated>", "<published>2026-11-01T00:00:00Z</published>");
    }

    @Test
    void aWithdrawalIsTheNewestEntryAndLiesNotAheadEither() {
        assertThat(feed("2026-10", new Withdrawal("2026-11-21", "<b>cut</b> & \u202ewrong")))
                .containsSubsequence(
                        "<updated>2026-11-21T00:00:00Z</updated>",
                        "<title>a month: withdrawn</title>",
                        "<updated>2026-11-21T00:00:00Z</updated>",
                        "&lt;b&gt;cut&lt;/b&gt; &amp; ",
                        "<title>a month, revision 2: a correction</title>",
                        "<title>a month</title>");
        assertThat(feed("2026-10", new Withdrawal("2027-01-01", "cut")))
                .contains("<updated>2026-11-30T00:00:00Z</updated>")
                .doesNotContain("2027-");
    }

    /** RFC 4287, section 4.1.1; a relative one where nobody knows where the site will be. */
    @Test
    void itLinksToItself() {
        assertThat(feed("2026-11")).containsPattern("<link rel=\"self\"[^>]* href=\"feed.xml\"");
    }
}
