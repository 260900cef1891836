package dev.valuecompass.pipeline;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.pipeline.items.RoundRecord;
import dev.valuecompass.snapshot.LabelRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Keeps an account for each model over the answers of a run, those from the run store included: what the period cost,
 * whenever it was paid. Safe for use by many threads.
 */
final class AccountKeeper {
    private final SortedMap<String, Account> accounts = new ConcurrentSkipListMap<>();
    private final Spent rounds;
    private final LeaderboardConfig board;

    /** @param rounds by which the items came about */
    AccountKeeper(LeaderboardConfig board, List<RoundRecord> rounds) {
        this.board = board;
        this.rounds = rounds.stream().map(AccountKeeper::spent).reduce(Spent.NOTHING, Spent::and);
    }

    private static Spent spent(RoundRecord round) {
        Double dollars = round.spent().dollars();
        return new Spent(
                0,
                round.spent().promptTokens(),
                round.spent().completionTokens(),
                dollars == null ? null : BigDecimal.valueOf(dollars),
                null);
    }

    /** What the answers and the rounds cost; not what reading them did, which follows from neither alone. */
    Spent spent() {
        return accounts.values().stream().map(Account::spent).reduce(rounds, Spent::and);
    }

    void add(Examinee examinee, ResponseReader.LabelledResponse read) {
        LabelRecord labels = read.labels();
        account(examinee).add(read.response(), labels.outcome(), labels.labels(), read.detail());
    }

    /** The same of a response that was read elsewhere. */
    void add(Examinee examinee, LabelRecord frozen) {
        account(examinee).add(frozen.outcome());
    }

    /** What the answers of each model took, to be carried elsewhere. */
    SortedMap<String, Account.Brought> brought() {
        SortedMap<String, Account.Brought> brought = new TreeMap<>();
        accounts.forEach((model, account) -> brought.put(model, account.brought()));
        return brought;
    }

    Account account(Examinee examinee) {
        return accounts.computeIfAbsent(examinee.id(), id -> new Account(id, examinee.price(), !board.paid(examinee)));
    }

    /** By model id. */
    List<Account.ModelAccount> standings() {
        return accounts.values().stream().map(Account::standing).toList();
    }
}
