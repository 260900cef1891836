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
 * across fall and neighbours rise.
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

    private Panel.Member moved(Panel.Member member, ValueSystem system, int value) {
        Map<String, Double> moved = new HashMap<>();
        int n = system.dimensions().size();
        for (int v = 0; v < n; v++) {
            String id = system.dimensions().get(v).id();
            double propensity = panel.propensity(member, system.id(), id, seed);
            double shift = v == value
                    ? STRENGTH
                    : system.circular() ? STRENGTH * StrictMath.cos(2 * Math.PI * (v - value) / n) : 0;
            moved.put(id, Panel.logistic(StrictMath.log(propensity / (1 - propensity)) + shift));
        }
        Map<String, Map<String, Double>> values = new HashMap<>(member.values());
        values.put(system.id(), moved);
        return new Panel.Member(member.model(), member.family(), member.style(), member.odd(), member.thinks(), values);
    }
}
