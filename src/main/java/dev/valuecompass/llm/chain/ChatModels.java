package dev.valuecompass.llm.chain;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RateLimits;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.llm.Timing;
import dev.valuecompass.llm.offline.RecordedEndpoint;
import dev.valuecompass.llm.offline.SimulatedEndpoint;
import dev.valuecompass.llm.openai.OpenAiEndpoint;
import dev.valuecompass.llm.store.RunStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** All endpoints of a leaderboard behind one {@link ChatModel}: a request goes to the endpoint it names. */
public final class ChatModels implements ChatModel, AutoCloseable {
    private static final Set<Outcome> HELD_BACK = EnumSet.of(Outcome.CANCELLED, Outcome.BUDGET_SKIPPED);

    private final Map<String, ChatModel> chains = new LinkedHashMap<>();
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final List<PacedConnection> queues = new ArrayList<>();
    private final Traffic traffic = new Traffic();
    private final Map<String, Spent> beside = new ConcurrentHashMap<>();
    private final LongAdder heldBack = new LongAdder();
    private final LongAdder open = new LongAdder();
    private final LongAdder replayed = new LongAdder();
    private final Budget budget;
    private final boolean filed;
    private final InstantSource clock;
    private final Instant opened;

    private ChatModels(Budget budget, Optional<Detour> detour, InstantSource clock) {
        this.filed = detour.isPresent();
        this.budget = budget;
        this.clock = clock;
        this.opened = detour.flatMap(Detour::since).orElseGet(clock::instant);
    }

    /**
     * @param environment where keys are looked up, when one is needed
     * @throws dev.valuecompass.io.DataException when a file that an endpoint refers to is missing or wrong
     */
    public static ChatModels open(
            LeaderboardConfig leaderboard, DataFolder data, RunStore store, Map<String, String> environment) {
        return open(leaderboard, data, store, environment, Timing.system());
    }

    /** As the other, with time and chance brought along. */
    static ChatModels open(
            LeaderboardConfig leaderboard,
            DataFolder data,
            RunStore store,
            Map<String, String> environment,
            Timing timing) {
        return open(leaderboard, data, Optional.of(store), environment, timing);
    }

    /** Every request is sent, and nothing is kept: for requests that are to be made anew each time. */
    public static ChatModels withoutStore(
            LeaderboardConfig leaderboard, DataFolder data, Map<String, String> environment) {
        return open(leaderboard, data, Optional.empty(), environment, Timing.system());
    }

    /**
     * As the other, where some endpoints or all are not reached over a network. Of those there is nothing to pace or to hold
     * back. What answers from files did cost is booked here; what a batch costs, by whoever has it.
     *
     * @param detour who stands before endpoints; empty for a network
     */
    public static ChatModels open(
            LeaderboardConfig leaderboard,
            DataFolder data,
            RunStore store,
            Map<String, String> environment,
            Optional<Detour> detour) {
        boolean all = detour.filter(Detour::all).isPresent();
        LeaderboardConfig board =
                all ? leaderboard.withEvaluation(leaderboard.evaluation().withBudget(null)) : leaderboard;
        return open(board, data, Optional.of(store), environment, Timing.system(), detour);
    }

    private static ChatModels open(
            LeaderboardConfig leaderboard,
            DataFolder data,
            Optional<RunStore> store,
            Map<String, String> environment,
            Timing timing) {
        return open(leaderboard, data, store, environment, timing, Optional.empty());
    }

    private static ChatModels open(
            LeaderboardConfig leaderboard,
            DataFolder data,
            Optional<RunStore> store,
            Map<String, String> environment,
            Timing timing,
            Optional<Detour> detour) {
        Budget budget = Budget.of(leaderboard, store.map(RunStore::ledger));
        ChatModels models = new ChatModels(budget, detour, timing.clock());
        for (Endpoint endpoint : leaderboard.endpoints()) {
            Connection reached = connect(endpoint, leaderboard, data, environment, timing);
            Optional<Detour> taken = detour.filter(way -> way.takes(endpoint));
            Connection connection =
                    taken.map(way -> way.before().apply(reached)).orElse(reached);
            models.connections.put(endpoint.id(), connection);
            models.chains.put(endpoint.id(), models.chain(endpoint, connection, store, timing, taken));
        }
        return models;
    }

    /** The whole stack, innermost first. */
    private ChatModel chain(
            Endpoint endpoint,
            Connection connection,
            Optional<RunStore> store,
            Timing timing,
            Optional<Detour> detour) {
        // A model that rests is not asked; what came back for it is read all the same.
        PacedConnection.Terms terms = new PacedConnection.Terms(
                endpoint.concurrency(),
                detour.isPresent() ? RateLimits.NONE : endpoint.limits(),
                detour.isPresent() ? Optional.empty() : store.map(RunStore::ledger),
                detour.isEmpty() || detour.get().all() ? budget : Budget.unlimited());
        PacedConnection paced = new PacedConnection(connection, terms, timing, traffic);
        queues.add(paced);
        ChatModel retrying = new Retrying(paced, RetryPolicy.of(endpoint.retries(), endpoint.timeout()), timing);
        return store.isPresent() ? new StoredCalls(store.get(), connection, retrying, replayed) : retrying;
    }

    private static Connection connect(
            Endpoint endpoint,
            LeaderboardConfig leaderboard,
            DataFolder data,
            Map<String, String> environment,
            Timing timing) {
        return switch (endpoint.kind()) {
            case OPENAI -> OpenAiEndpoint.open(endpoint, data, environment, timing.clock());
            case RECORDED -> RecordedEndpoint.open(data, endpoint.file());
            case SIMULATED ->
                SimulatedEndpoint.open(
                        data, endpoint.file(), leaderboard.evaluation().seed());
        };
    }

    @Override
    public ChatResult ask(ChatRequest request) {
        ChatModel chain = chains.get(request.endpoint());
        if (chain == null) {
            throw new IllegalArgumentException("no endpoint '" + request.endpoint() + "', known: " + chains.keySet());
        }
        ChatResult result = chain.ask(request);
        if (HELD_BACK.contains(result.outcome())) {
            heldBack.increment();
        }
        if (!result.outcome().isKept()) {
            open.increment();
        }
        if (!request.purpose().examines() || request.purpose().closed()) {
            String name = request.model() + " at " + request.endpoint();
            beside.merge(name, Spent.NOTHING.and(budget.price(request), result.usage()), Spent::and);
        }
        return result;
    }

    /**
     * What calls took that put no item to a model under test, stored ones included, by model and endpoint; since opening or
     * since this was asked for the last time.
     */
    public SortedMap<String, Spent> takeBeside() {
        SortedMap<String, Spent> taken = new TreeMap<>(beside);
        beside.clear();
        return taken;
    }

    /** The same of all models together. */
    public Spent takenBeside() {
        return takeBeside().values().stream().reduce(Spent.NOTHING, Spent::and);
    }

    /** By what the answer to a request is found again. Sends nothing. */
    public CallKey key(ChatRequest request) {
        return connections.get(request.endpoint()).key(request.identity());
    }

    /**
     * What is wrong with the keys that these endpoints need, all at once. To be asked before a run that will send
     * something; a run that is served from the store needs no key.
     */
    public static List<Defect> keyDefects(List<Endpoint> endpoints, Map<String, String> environment) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.kind() == Endpoint.Kind.OPENAI)
                .flatMap(endpoint -> OpenAiEndpoint.keyDefects(endpoint, environment).stream())
                .toList();
    }

    /**
     * So long after the run began nothing more is sent: what is not in the store ends as cancelled, and what is under way is waited
     * for, at most as long as an attempt may take.
     */
    public void stopAfter(Duration time) {
        traffic.closeAt(opened.plus(time));
    }

    /** Whether that time has come. */
    public boolean timeIsUp() {
        return !clock.instant().isBefore(traffic.closing());
    }

    /** Whether calls are files or batches, so that one that is not answered can be by a later run. */
    public boolean filed() {
        return filed;
    }

    /** Requests that were not made for want of time or money, and could be made by a later run. */
    public long heldBack() {
        return heldBack.sum();
    }

    /** Calls that ended in a way that is not kept: the next run makes them again. */
    public long open() {
        return open.sum();
    }

    /** Requests that were really sent since opening, by model name; replayed calls are not in it. */
    public Map<String, Long> calls() {
        return traffic.calls();
    }

    /** Requests that the run store answered. */
    public long replayed() {
        return replayed.sum();
    }

    /** How many requests of each model were allowed at once, in the order of endpoints and models. */
    public List<QueueHistory> queues() {
        return queues.stream().flatMap(paced -> paced.histories().stream()).toList();
    }

    /** Dollars spent on this period's store, failed attempts included; what may be billed counts with the most. */
    public BigDecimal spent() {
        return budget.spent();
    }

    /** The models that were given up or are limited for long, by endpoint and model; each stands here once. */
    public List<SuspendedModel> parked() {
        return traffic.parked();
    }

    /** @param listener is told of each model at the moment when it is parked, by the thread that asked it */
    public void onParked(Consumer<SuspendedModel> listener) {
        traffic.listener(listener);
    }

    /** Ends the exchanges under way: the threads that wait for them return at once. */
    @Override
    public void close() {
        connections.values().forEach(Connection::abort);
    }
}
