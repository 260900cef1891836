package dev.valuecompass.llm.offline;

import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fictional models do as they are told: a system prompt in which the name and the definition of a value stand moves what they
 * hold. In logits, the value goes up by 2; on a circle every other one moves by 2 cos(angle between them), so that those
 * across fall and neighbours rise. Where the panel has a sensitivity to wording, the words around a question move every value
 * of a model by a normal draw of that standard deviation.
 */
final class Instruction {
    private static final double STRENGTH = 2;

    private final Panel panel;
    private final List<ValueSystem> systems;
    private final long seed;

    Instruction(Panel panel, Theory theory, long seed) {
        this.panel = panel;
        this.systems = theory.systems();
        this.seed = seed;
    }

    /** The model as it is told to be; itself where it is told nothing about a value. */
    Panel.Member obeyed(Panel.Member member, ChatRequest request) {
        String told = request.messages().stream()
                .filter(message -> message.role() == Message.Role.SYSTEM)
                .map(Message::content)
                .collect(Collectors.joining("\n"));
        if (told.isEmpty()) {
            return member;
        }
        for (ValueSystem system : systems) {
            for (int v = 0; v < system.dimensions().size(); v++) {
                Dimension value = system.dimensions().get(v);
                if (told.contains(value.definition()) && told.contains(value.name())) {
                    return moved(member, system, v);
                }
            }
        }
        return member;
    }

    /** The model as the words of the prompt move it. @param frame the prompt without the question */
    Panel.Member swayed(Panel.Member member, String frame) {
        if (panel.wording() == 0) {
            return member;
        }
        Dice dice = new Dice(seed);
        Map<String, Map<String, Double>> values = new HashMap<>();
        for (ValueSystem system : systems) {
            Map<String, Double> moved = new HashMap<>();
            system.dimensionIds()
                    .forEach(value -> moved.put(
                            value,
                            shifted(
                                    panel.propensity(member, system.id(), value, seed),
                                    panel.wording()
                                            * dice.normal("wording", member.model(), system.id(), value, frame))));
            values.put(system.id(), moved);
        }
        return with(member, values);
    }

    /** The number of the draw behind an answer: where words matter, each wording has draws of its own. */
    int draw(int sample, String frame) {
        return panel.wording() == 0 ? sample : 31 * frame.hashCode() + sample;
    }

    private static double shifted(double propensity, double logits) {
        return Panel.logistic(StrictMath.log(propensity / (1 - propensity)) + logits);
    }

    private static Panel.Member with(Panel.Member member, Map<String, Map<String, Double>> values) {
        return new Panel.Member(member.model(), member.family(), member.style(), member.odd(), member.thinks(), values);
    }

    private Panel.Member moved(Panel.Member member, ValueSystem system, int value) {
        Map<String, Double> moved = new HashMap<>();
        int n = system.dimensions().size();
        for (int v = 0; v < n; v++) {
            String id = system.dimensions().get(v).id();
            double propensity = panel.propensity(member, system.id(), id, seed);
            double shift = v == value
                    ? STRENGTH
                    : system.circular() ? STRENGTH * StrictMath.cos(2 * Math.PI * (v - value) / n) : 0;
            moved.put(id, shifted(propensity, shift));
        }
        Map<String, Map<String, Double>> values = new HashMap<>(member.values());
        values.put(system.id(), moved);
        return with(member, values);
    }
}
