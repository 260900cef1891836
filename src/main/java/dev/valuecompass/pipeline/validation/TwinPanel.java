package dev.valuecompass.pipeline.validation;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.llm.offline.Panel;
import java.util.ArrayList;
import java.util.List;

/**
 * The panel with a twin of every model: the same values and habits under another name, so that whatever tells the two
 * apart is chance.
 */
final class TwinPanel {
    private static final String SUFFIX = "-twin";

    private TwinPanel() {}

    static Panel of(Panel panel) {
        List<Panel.Member> members = new ArrayList<>(panel.members());
        for (Panel.Member member : panel.members()) {
            members.add(new Panel.Member(
                    member.model() + SUFFIX,
                    member.family(),
                    member.style(),
                    member.odd(),
                    member.thinks(),
                    member.values()));
        }
        return new Panel(List.copyOf(members), panel.agreement(), panel.contexts(), panel.wording(), panel.digest());
    }

    static String twin(String model) {
        return model + SUFFIX;
    }

    /** A model of the panel as something that is asked; the panel knows it by its id. */
    static Examinee examinee(String model) {
        return ExamineeFields.builder()
                .id(model)
                .name(model)
                .endpoint("simulated")
                .model(model)
                .developer("")
                .country("")
                .family("")
                .open(true)
                .reasoning(false)
                .released(null)
                .knowledgeCutoff(null)
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website("")
                .settings(Examinee.Settings.NONE)
                .build();
    }
}
