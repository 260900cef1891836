package dev.valuecompass.pipeline;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.LabelRecord;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what a reader must know of each model. */
final class ModelRemarks {
    private ModelRemarks() {}

    /** By model id; models of recorded and simulated endpoints are only remarked on for their answers. */
    static SortedMap<String, Remarks> of(
            RunSetting setting, List<EvaluatedSystem> systems, AccountKeeper accounts, ChatModels chat) {
        AnswerSampling sampling = setting.leaderboard().sampling();
        SortedMap<String, Remarks> all = new TreeMap<>();
        for (Examinee examinee : setting.leaderboard().examinees()) {
            Remarks remarks = new Remarks();
            boolean remote = setting.leaderboard()
                    .endpoint(examinee.endpoint())
                    .filter(endpoint -> endpoint.kind() == Endpoint.Kind.OPENAI)
                    .isPresent();
            if (remote && !systems.isEmpty()) {
                remarks.parameters(
                        sampling,
                        chat.key(request(setting, systems.get(0), examinee)).parameters());
                remarks.served(examinee, accounts.account(examinee).servedAs());
            }
            for (EvaluatedSystem system : systems) {
                List<LabelRecord> rows = system.labels().getOrDefault(examinee.id(), List.of());
                remarks.covered(
                        system.system().name(),
                        rows,
                        setting.leaderboard().evaluation().minimumCoverage());
                remarks.truncated(system.system().name(), rows);
                remarks.notLearned(system.system().name(), rows);
                remarks.steadiness(system.system().name(), sampling.samples(), rows);
            }
            all.put(examinee.id(), remarks);
        }
        return all;
    }

    private static ChatRequest request(RunSetting setting, EvaluatedSystem system, Examinee examinee) {
        Item any = system.items().get(0);
        return Interview.request(
                examinee,
                system.system(),
                new Prompts(setting.data()).template(system.system()),
                any,
                setting.leaderboard().sampling(),
                0);
    }
}
