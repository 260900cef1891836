package dev.valuecompass.embedding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;

/**
 * Runs texts of one length through a model together, whoever asked for them: what threads ask for while others are at work
 * waits in line, and the next one at work takes along what fits. As many work at a time as there are processors.
 */
final class TokenBatches {
    /** Tokens in a batch, at most, but for a text that is longer: more do not make a token quicker. */
    static final int MOST_TOKENS = 256;

    private final Model model;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());
    /** By the number of tokens. */
    private final Map<Integer, Deque<PendingText>> waiting = new HashMap<>();

    /** What gives a text its states, the same ones whatever is beside it. */
    interface Model {
        /**
         * @param texts token ids of texts of one length
         * @return of each text the states of its tokens, one after the other
         */
        List<float[]> states(List<long[]> texts);
    }

    private record PendingText(long[] tokens, CompletableFuture<float[]> states) {}

    TokenBatches(Model model) {
        this.model = model;
    }

    /** The states of each text, in their order. */
    List<float[]> states(List<long[]> texts) {
        List<PendingText> own = texts.stream()
                .map(tokens -> new PendingText(tokens, new CompletableFuture<>()))
                .toList();
        own.forEach(this::queue);
        help(own);
        own.forEach(this::seeTo);
        return own.stream().map(TokenBatches::states).toList();
    }

    /**
     * One caller with many texts keeps every processor busy too. A parallel stream would, but its caller waits for the others at the
     * full speed of a processor.
     */
    private void help(List<PendingText> own) {
        int others = Math.min(ForkJoinPool.getCommonPoolParallelism(), own.size() - 1);
        for (int i = 0; i < others; i++) {
            ForkJoinPool.commonPool().execute(() -> own.forEach(this::seeTo));
        }
    }

    private synchronized void queue(PendingText one) {
        waiting.computeIfAbsent(one.tokens().length, length -> new ArrayDeque<>())
                .add(one);
    }

    private void seeTo(PendingText one) {
        if (one.states().isDone()) {
            return;
        }
        places.acquireUninterruptibly();
        try {
            List<PendingText> batch = takeWith(one);
            if (!batch.isEmpty()) {
                run(batch);
            }
        } finally {
            places.release();
        }
    }

    /** Empty when another thread took it. */
    private synchronized List<PendingText> takeWith(PendingText one) {
        int length = one.tokens().length;
        Deque<PendingText> line = waiting.get(length);
        if (line == null || !line.remove(one)) {
            return List.of();
        }
        List<PendingText> batch = new ArrayList<>(List.of(one));
        while (!line.isEmpty() && (batch.size() + 1) * length <= MOST_TOKENS) {
            batch.add(line.poll());
        }
        if (line.isEmpty()) {
            waiting.remove(length);
        }
        return batch;
    }

    private void run(List<PendingText> batch) {
        try {
            List<float[]> states =
                    model.states(batch.stream().map(PendingText::tokens).toList());
            for (int i = 0; i < states.size(); i++) {
                batch.get(i).states().complete(states.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                batch.get(0).states().completeExceptionally(e);
            } else {
                // The model may have failed on one text only, and the others are somebody else's.
                batch.forEach(one -> run(List.of(one)));
            }
        }
    }

    private static float[] states(PendingText one) {
        try {
            return one.states().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }
}
