package dev.valuecompass.io;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * What went wrong with one call or one text, so that only that one fails. Its message is left out: it may hold a key, or
 * what a model wrote.
 *
 * @param cause for people: the kind of failure and, where it is known, the class of ours that met it
 */
public record Mishap(String cause) {
    private static final String OURS = "dev.valuecompass.";

    /**
     * A text can exhaust the stack of the thread that reads it. Memory that runs out may have run out for anybody, so that
     * is the run's failure.
     *
     * @throws RuntimeException the failure itself, when it is the run's: {@link EndsTheRun}, or a stop
     * @throws Error likewise: whatever the virtual machine cannot go on after
     */
    public static Mishap of(Throwable failure) {
        Throwable root = failure;
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (endsTheRun(link)) {
                rethrow(failure);
            }
            root = link;
        }
        return new Mishap(root.getClass().getSimpleName() + place(root));
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof RuntimeException own ? own : new IllegalStateException(failure);
    }

    private static boolean endsTheRun(Throwable failure) {
        return failure instanceof EndsTheRun
                || failure instanceof CancellationException
                || failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }

    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith(OURS))
                .findFirst()
                .map(name -> " in " + name.substring(name.lastIndexOf('.') + 1).replaceAll("\\$.*", ""))
                .orElse("");
    }
}
