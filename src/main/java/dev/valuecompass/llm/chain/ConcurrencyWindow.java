package dev.valuecompass.llm.chain;

import java.util.concurrent.Semaphore;

/**
 * How many requests of a queue may be under way: grows while all goes well and is cut when the provider refuses (AIMD).
 * It doubles in each round trip until the first refusal, and then grows by a quarter, at least by one, a round trip, but
 * slowly where it was refused before. Whatever comes back from before a cut belongs to the same refusal and does not cut again.
 */
final class ConcurrencyWindow {
    /** The first guess; doubling reaches 1,024 in seven round trips. */
    private static final int FIRST = 8;

    private static final double CUT = 0.8;

    /** Free places beyond which there is no queue. */
    private static final int ROOM = 4;

    /** From this share of the size that was refused growth takes {@link #PATIENCE} times as long. */
    private static final double NEAR = 0.9;

    private static final int PATIENCE = 5;

    /** Elsewhere it grows by this part of itself in a round trip, so that one refusal does not cost a slow model an hour. */
    private static final double STEPS = 4;

    private final int most;
    private final Permits permits;
    private int size;
    private int refusedAt;
    private boolean doubling = true;
    private double credit;
    private int resting;
    private int episode;
    private int least;

    private static final class Permits extends Semaphore {
        private static final long serialVersionUID = 1;

        Permits(int permits) {
            super(permits, true);
        }

        void withdraw(int some) {
            reducePermits(some);
        }
    }

    ConcurrencyWindow(int most) {
        this.most = most;
        size = Math.min(most, FIRST);
        least = size;
        refusedAt = most;
        permits = new Permits(size);
    }

    /**
     * First come, first served, unless there is room for several. Then overtaking costs nobody a place, and a caller that
     * queued would be put to sleep only to be woken at once, and so would all behind it.
     */
    void enter() throws InterruptedException {
        boolean entered = permits.availablePermits() > ROOM && permits.tryAcquire();
        if (!entered) {
            permits.acquire();
        }
    }

    void leave() {
        permits.release();
    }

    /** What a request takes along, so that its end can be told from the end of one sent later. */
    synchronized int episode() {
        return episode;
    }

    /** A request was served at its first attempt. Idle places are no reason for more of them. */
    synchronized void served() {
        // A place that was just left counts as free until the one it is for has woken up, so those who wait are asked
        // too.
        if (size >= most || permits.availablePermits() > 0 && !permits.hasQueuedThreads()) {
            return;
        }
        if (resting > 0) {
            resting--;
            return;
        }
        boolean near = !doubling && size >= NEAR * refusedAt && size <= refusedAt;
        credit += doubling ? 1 : near ? 1.0 / ((long) size * PATIENCE) : Math.max(1.0, size / STEPS) / size;
        if (credit >= 1) {
            credit = 0;
            size++;
            permits.release();
        }
    }

    /** The server is slow or broken, which fewer requests may not heal: growth pauses for a round trip. */
    synchronized void troubled() {
        doubling = false;
        resting = size;
    }

    /** The provider refused a request of this episode; true when that cut the window. */
    synchronized boolean refused(int itsEpisode) {
        if (itsEpisode != episode) {
            return false;
        }
        episode++;
        doubling = false;
        credit = 0;
        refusedAt = size;
        int smaller = Math.max(1, (int) (size * CUT));
        permits.withdraw(size - smaller);
        size = smaller;
        least = Math.min(least, size);
        return true;
    }

    /** Cuts so far. */
    synchronized int cuts() {
        return episode;
    }

    synchronized int size() {
        return size;
    }

    /** The smallest size there was. */
    synchronized int least() {
        return least;
    }
}
