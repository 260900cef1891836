package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
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
                // Lengths of time, dates and Unix time stand in either header.
                "retry-after=30s | PT30S",
                "retry-after=1m30s | PT1M30S",
                "retry-after=1h2m3s | PT1H2M3S",
                "retry-after=500ms | PT0.5S",
                "retry-after=30 seconds | PT30S",
                "retry-after=2 minutes | PT2M",
                "retry-after=1 minute and 30 seconds | PT1M30S",
                "retry-after=34.074824224s | PT34.075S",
                "retry-after=PT30S | PT30S",
                "retry-after=2026-11-01T00:00:45Z | PT45S",
                "retry-after=2026-11-01T00:00:45.500Z | PT45.5S",
                "retry-after=2026-11-01T01:00:45+01:00 | PT45S",
                "retry-after=2026-11-01T00:00:45 | PT45S",
                "retry-after=2026-11-01 00:00:45 UTC | PT45S",
                "retry-after=1793491260 | PT1M",
                "retry-after=1793491260500 | PT1M0.5S",
                "retry-after=Sunday, 01-Nov-26 00:00:30 GMT | PT30S",
                "retry-after=Sun Nov  1 00:00:30 2026 | PT30S",
                "retry-after=sun, 01 nov 2026 00:00:30 gmt | PT30S",
                "retry-after-ms=1500ms | PT1.5S",
                "retry-after-ms=2s | PT2S",
                "x-retry-after=7 | PT7S",
                "x-ms-retry-after-ms=1500 | PT1.5S",
                "x-ratelimit-reset-after=2.5 | PT2.5S",
                "x-ratelimit-reset-tokens-minute=12.5 | PT12.5S",
                "x-ratelimit-reset-requests-day=6h | PT6H",
                "ratelimit=limit=100, remaining=0, reset=30 | PT30S",
                "ratelimit=\"default\";r=0;t=30 | PT30S",
                "anthropic-ratelimit-unified-reset=1793491260 | PT1M",
                "anthropic-ratelimit-input-tokens-reset=2026-11-01T00:00:45Z | PT45S",
                // Nonsense, the past and the far future are no wait.
                "retry-after=30 bananas | -",
                "retry-after=s30 | -",
                "retry-after=30s and more | -",
                "retry-after=PT-30S | -",
                "retry-after=P999999999D | -",
                "retry-after=2020-01-01T00:00:00Z | -",
                "retry-after=9999-12-31T23:59:59Z | -",
                "retry-after=1793491100 | -",
                "retry-after=999999999999999 | -",
                "retry-after=41d | -",
                "content-type=7 | -"
            })
    void r28ReadsEveryFormOfADelay(String headers, String expected) {
        Map<String, String> byName = new HashMap<>();
        for (String header : headers.split(";(?=[a-zA-Z-]{3,}=)")) {
            int equals = header.indexOf('=');
            byName.put(header.substring(0, equals).toLowerCase(Locale.ROOT), header.substring(equals + 1));
        }
        assertThat(String.valueOf(ServerDelay.of(byName::get, NOW))).isEqualTo(String.valueOf(expected));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Rate limit reached for m in organization o on requests per min: Limit 3, Used 3. Please try again in 20s. | PT20S",
                "Please try again in 6m0s. Visit https://example.org/account/rate-limits to learn more. | PT6M",
                "Please try again in 350ms. | PT0.35S",
                "Limit 100000, Used 98000, Requested 4000. Please try again in 28m48.5s. | PT28M48.5S",
                "Please retry after 7 seconds. | PT7S",
                "Please retry in 34.074824224s. | PT34.075S",
                "Too many requests, retry after 1 minute | PT1M",
                "Please wait 10 seconds before the next request | PT10S",
                "Your limit resets in 2 hours | PT2H",
                "The model will be available in 3 mins | PT3M",
                "Retry-After: 20 | PT20S",
                "retry_after=20 | PT20S",
                "try again at 2026-11-01T00:00:45Z | PT45S",
                "请求过于频繁，请在10秒后重试 | PT10S",
                "请等待2分钟 | PT2M",
                "Try again later. | -",
                "429 is not a valid seed | -",
                "try again in 3 tries | -",
                "Please try again in 99999999s | -",
                "retry after 1999 | PT33M19S"
            })
    void anErrorsWordsSayHowLongToWait(String message, String expected) {
        assertThat(String.valueOf(ServerDelay.inWords(message, NOW))).isEqualTo(String.valueOf(expected));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{'error':{'message':'slow'},'retry_after':20} | PT20S",
                "{'error':{'message':'slow','retry_after':20.5}} | PT20.5S",
                "{'error':{'message':'slow','retryAfter':'20s'}} | PT20S",
                "{'error':{'message':'slow','retry_after_ms':1500}} | PT1.5S",
                "{'error':{'message':'slow','retry_after_seconds':20}} | PT20S",
                "{'message':'slow','parameters':{'retry_after':20}} | PT20S",
                "{'detail':'slow','retry-after':'20'} | PT20S",
                "{'error':{'message':'slow','metadata':{'retry_after_seconds':20}}} | PT20S",
                "{'error':{'message':'slow','metadata':{'headers':{'Retry-After':'20'}}}} | PT20S",
                "{'error':{'message':'slow','metadata':{'headers':{'X-RateLimit-Reset':1793491260000}}}} | PT1M",
                "{'error':{'message':'slow','resets_at':'2026-11-01T00:00:45Z'}} | PT45S",
                "{'error':{'message':'slow','resets_at':1793491260}} | PT1M",
                "{'error':{'type':'usage_limit_reached','message':'slow','resets_in_seconds':40}} | PT40S",
                "[{'error':{'code':429,'details':[{'@type':'type.googleapis.com/google.rpc.RetryInfo','retryDelay':'34s'}]}}] | PT34S",
                "{'error':{'code':429,'details':[{'retryDelay':{'seconds':34,'nanos':1}}]}} | PT34S",
                "{'error':{'code':429,'details':{'retry_after':34}}} | PT34S",
                "{'error':{'message':'Please try again in 20s.'}} | PT20S",
                "{'error':{'message':'Provider returned error','metadata':{'raw':'slow down, please retry after 7 seconds'}}} | PT7S",
                "Too many requests, please try again in 20s | PT20S",
                "<html><p>Please retry after 7 seconds</p></html> | PT7S",
                "{'error':{'message':'slow','retry_after':-1}} | -",
                "{'error':{'message':'slow','retry_after':1e300}} | -",
                "{'error':{'message':'slow','retry_after':'soon'}} | -",
                "{'error':{'message':'slow','retry_after':{'seconds':{'seconds':3}}}} | PT3S",
                "{'error':{'message':'slow','retry_after':99999999}} | -",
                "{'error':{'message':'slow'}} | -"
            })
    void aBodySaysHowLongToWait(String body, String expected) {
        ApiError error = ApiError.read(body.replace('\'', '"'), UnaryOperator.identity());
        Waits waits = new Waits(ZoneOffset.UTC, NOW);
        assertThat(String.valueOf(waits.of(429, error, null))).isEqualTo(String.valueOf(expected));
    }

    @Test
    void wordsAboutWaitingInABadRequestAreNoWait() {
        ApiError error = ApiError.read("Please try again in 20s", UnaryOperator.identity());
        assertThat(new Waits(ZoneOffset.UTC, NOW).of(400, error, null)).isNull();
        assertThat(new Waits(ZoneOffset.UTC, NOW).of(503, error, null)).isEqualTo(Duration.ofSeconds(20));
    }
}
