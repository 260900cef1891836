package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerDelayTest {
    /** Sunday, 1 November 2026, 00:00:00 GMT = 1 793 491 200 s after 1970. */
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "retry-after=7 | PT7S",
                "Retry-After=7 | PT7S",
                "RETRY-AFTER= 7  | PT7S",
                "retry-after=1.5 | PT1.5S",
                "retry-after=+2 | PT2S",
                "retry-after=0.001 | PT0.001S",
                "retry-after=24367 | PT6H46M7S",
                "retry-after=Sun, 01 Nov 2026 00:00:30 GMT | PT30S",
                "retry-after=Sun, 1 Nov 2026 00:01:00 GMT | PT1M",
                "retry-after=Sat, 31 Oct 2026 23:59:00 GMT | -",
                "retry-after=0 | -",
                "retry-after=-1 | -",
                "retry-after=-0 | -",
                "retry-after=NaN | -",
                "retry-after=Infinity | -",
                "retry-after=1e400 | -",
                "retry-after=99999999999999999999 | -",
                "retry-after=999999999 | -",
                "retry-after= | -",
                "retry-after=Fri, 31 Dec 9999 23:59:59 GMT | -",
                "x-ratelimit-reset-requests=+999999999-12-31T23:59:59Z | -",
                "x-ratelimit-reset-requests=-999999999-01-01T00:00:00Z | -",
                "x-ratelimit-reset-requests=+999999999-12-31T23:59:59Z;x-ratelimit-remaining-requests=0 | -",
                "x-ratelimit-reset-requests=999999d999999h999999m999999s | -",
                "retry-after=soon | -",
                "retry-after=0x10 | -",
                "retry-after-ms=1500 | PT1.5S",
                "retry-after-ms=1500;retry-after=9 | PT1.5S",
                "retry-after-ms=0;retry-after=9 | PT9S",
                "retry-after-ms=-1;retry-after=9 | PT9S",
                "retry-after-ms=x;retry-after=9 | PT9S",
                "x-ratelimit-reset-requests=6m0s | PT6M",
                "x-ratelimit-reset-requests=500ms | PT0.5S",
                "x-ratelimit-reset-requests=1h2m3.5s | PT1H2M3.5S",
                "x-ratelimit-reset-requests=1d | PT24H",
                "x-ratelimit-reset-requests=2.5 | PT2.5S",
                "x-ratelimit-reset-requests= | -",
                "x-ratelimit-reset=1793491260 | PT1M",
                "x-ratelimit-reset=1793491260500 | PT1M0.5S",
                "x-ratelimit-reset=1793491100 | -",
                "x-ratelimit-reset=-1 | -",
                "anthropic-ratelimit-requests-reset=2026-11-01T00:00:45Z | PT45S",
                "anthropic-ratelimit-requests-reset=2026-11-01T01:00:45+01:00 | PT45S",
                "retry-after=1;x-ratelimit-reset-tokens=6m0s | PT1S",
                "retry-after=0;x-ratelimit-reset-tokens=8s | PT8S",
                "x-ratelimit-reset-requests=1s;x-ratelimit-remaining-requests=5;x-ratelimit-reset-tokens=6m0s;x-ratelimit-remaining-tokens=0 | PT6M",
                "x-ratelimit-reset-requests=1s;x-ratelimit-reset-tokens=6m0s | PT1S",
                "content-type=7 | -"
            })
    void r28ReadsEveryFormOfADelay(String headers, String expected) {
        Map<String, String> byName = new HashMap<>();
        for (String header : headers.split(";")) {
            int equals = header.indexOf('=');
            byName.put(header.substring(0, equals).toLowerCase(Locale.ROOT), header.substring(equals + 1));
        }
        assertThat(String.valueOf(ServerDelay.of(byName::get, NOW))).isEqualTo(String.valueOf(expected));
    }
}
