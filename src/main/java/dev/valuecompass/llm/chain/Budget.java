package dev.valuecompass.llm.chain;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.Price;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Cost;
import dev.valuecompass.llm.store.Ledger;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The budget of a run: the most that a request can cost is put aside before it is sent, and what it did cost is booked
 * afterwards. What was spent plus what is put aside never exceeds the cap, however many requests are under way. An
 * attempt of which nobody knows whether it is billed is booked with the most it can cost.
 */
final class Budget {
    private final Optional<Ledger> ledger;
    private final BigDecimal cap;
    private final Map<List<String>, Price> prices = new HashMap<>();
    private final Set<List<String>> billed = new HashSet<>();
    private BigDecimal spent;
    private BigDecimal putAside = BigDecimal.ZERO;

    /** Ids of requests begin with it, so that no other process books under the same. */
    private final String run = UUID.randomUUID().toString();

    private final AtomicLong requests = new AtomicLong();

    /** Money put aside for one request. */
    record Reservation(String id, Price price, BigDecimal most) {
        static final Reservation NOTHING = new Reservation("", null, BigDecimal.ZERO);
    }

    private Budget(BigDecimal cap, Optional<Ledger> ledger) {
        this.cap = cap;
        this.ledger = ledger;
        spent = ledger.map(Ledger::spentBefore).orElse(BigDecimal.ZERO);
    }

    /** @param ledger where spending is kept across processes; a run without one has no cap */
    static Budget of(LeaderboardConfig leaderboard, Optional<Ledger> ledger) {
        Budget budget = new Budget(ledger.isPresent() ? leaderboard.evaluation().budget() : null, ledger);
        for (Examinee examinee : leaderboard.examinees()) {
            List<String> name = List.of(examinee.endpoint(), examinee.model());
            if (examinee.price() != null) {
                budget.prices.put(name, examinee.price());
            }
            boolean billed = leaderboard
                    .endpoint(examinee.endpoint())
                    .filter(endpoint -> endpoint.kind() == Endpoint.Kind.OPENAI)
                    .isPresent();
            if (billed) {
                budget.billed.add(name);
            }
        }
        return budget;
    }

    /** One that holds nothing back. */
    static Budget unlimited() {
        return new Budget(null, Optional.empty());
    }

    /**
     * Puts the most aside that the request can cost; waits while others have put aside what they will not need. Empty
     * when the budget does not allow for it.
     */
    Optional<Reservation> hold(ChatRequest request) throws InterruptedException {
        Price price = price(request);
        if (price == null || ledger.isEmpty() || !billed.contains(List.of(request.endpoint(), request.model()))) {
            return Optional.of(Reservation.NOTHING);
        }
        Reservation hold = new Reservation(run + "-" + requests.incrementAndGet(), price, Cost.most(price, request));
        synchronized (this) {
            while (cap != null && spent.add(putAside).add(hold.most()).compareTo(cap) > 0) {
                if (putAside.signum() == 0) {
                    return Optional.empty();
                }
                wait();
            }
            putAside = putAside.add(hold.most());
        }
        if (cap != null) {
            ledger.get().reserve(hold.id(), hold.most());
        }
        return Optional.of(hold);
    }

    /** Null when it is not known. */
    Price price(ChatRequest request) {
        return prices.get(List.of(request.endpoint(), request.model()));
    }

    /** Books what the attempt did cost. */
    void settle(Reservation hold, Attempt attempt) {
        if (hold.price() == null) {
            return;
        }
        BigDecimal known = Cost.of(hold.price(), attempt.result().usage());
        BigDecimal cost = known != null ? known : attempt.unbilled() ? BigDecimal.ZERO : hold.most();
        if (cap != null || cost.signum() > 0) {
            ledger.orElseThrow().settle(hold.id(), cost);
        }
        synchronized (this) {
            putAside = putAside.subtract(hold.most());
            spent = spent.add(cost);
            notifyAll();
        }
    }

    /** Dollars spent in this process and before, as far as they are known, the most where it is not. */
    synchronized BigDecimal spent() {
        return spent;
    }
}
