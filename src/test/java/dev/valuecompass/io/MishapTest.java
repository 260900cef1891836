package dev.valuecompass.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class MishapTest {
    private static final class Full extends IllegalStateException implements EndsTheRun {
        private static final long serialVersionUID = 1;
    }

    @Test
    void namesTheKindAndThePlaceButNotWhatWasSaid() {
        assertThat(Mishap.of(new IllegalStateException("sk-secret")).cause())
                .isEqualTo("IllegalStateException in MishapTest");
    }

    @Test
    void aTextMayExhaustTheStack() {
        assertThat(Mishap.of(new CompletionException(new StackOverflowError())).cause())
                .isEqualTo("StackOverflowError in MishapTest");
    }

    @Test
    void whatEndsTheRunGoesOn() {
        for (Throwable end : new Throwable[] {new Full(), new OutOfMemoryError(), new CancellationException()}) {
            assertThatThrownBy(() -> Mishap.of(end)).isSameAs(end);
            CompletionException wrapped = new CompletionException(end);
            assertThatThrownBy(() -> Mishap.of(wrapped)).isSameAs(wrapped);
        }
    }
}
