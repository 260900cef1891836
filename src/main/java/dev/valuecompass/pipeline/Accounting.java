package dev.valuecompass.pipeline;

import dev.valuecompass.llm.Spent;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.llm.chain.QueueHistory;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a run, model by model.
 *
 * @param models by id
 * @param beside what calls took that put no item to a model under test, such as a judge's, by endpoint and model
 * @param booked dollars that this run store's calls cost, failed attempts included, with the most where it is not known
 * @param lanes how many requests of each model were allowed at once
 * @param remarks what a reader must know of a model, by its id
 */
record Accounting(
        List<Account.ModelAccount> models,
        SortedMap<String, Spent> beside,
        BigDecimal booked,
        List<QueueHistory> lanes,
        SortedMap<String, List<String>> remarks) {

    static Accounting of(List<Account.ModelAccount> models, ChatModels chat, SortedMap<String, Remarks> remarks) {
        SortedMap<String, List<String>> lists = new TreeMap<>();
        remarks.forEach((model, all) -> {
            if (!all.list().isEmpty()) {
                lists.put(model, all.list());
            }
        });
        return new Accounting(models, chat.takeBeside(), chat.spent(), chat.queues(), lists);
    }

    /** Whether what is missing could still come: some was not asked for want of money, time or quota. */
    boolean unfinished() {
        return models.stream().anyMatch(model -> model.skipped() > 0);
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder(OutcomeTable.of(models));
        beside.forEach((model, spent) -> text.append("beside: ")
                .append(model)
                .append(", ")
                .append(spent.calls())
                .append(" calls, ")
                .append(
                        spent.dollars() == null
                                ? "cost unknown"
                                : "$" + spent.dollars().toPlainString())
                .append('\n'));
        remarks.forEach((model, all) -> all.forEach(
                remark -> text.append(model).append(": ").append(remark).append('\n')));
        return text.toString();
    }
}
