package dev.valuecompass.items.screening;

import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses a text that leads a reader elsewhere, exposes somebody, speaks to or of the models that answer it, hides
 * something, or teaches harm. Texts are read in any script and form; the sentences that rules know are mostly English.
 */
public final class Screen {
    private final Map<Reason, Rule> rules = new EnumMap<>(Reason.class);

    private Screen(Collection<String> names) {
        rules.put(Reason.ADDRESS, new Addresses());
        rules.put(Reason.EMAIL, new Accounts());
        rules.put(Reason.PHONE, new PhoneNumbers());
        rules.put(Reason.CODE, new Codes());
        rules.put(Reason.ORDER, new Orders());
        rules.put(Reason.MODEL, new ModelNames(names));
        rules.put(Reason.PERSON, new PrivatePersons());
        rules.put(Reason.RECIPE, new Recipes());
    }

    /** @param names of the models under test and of those who made them; none where they are not known */
    public static Screen of(Collection<String> names) {
        return new Screen(names);
    }

    /** Knows the models under test of a leaderboard, and who made them. */
    public static Screen of(LeaderboardConfig board) {
        Set<String> names = new TreeSet<>();
        board.examinees()
                .forEach(
                        one -> names.addAll(List.of(one.id(), one.name(), one.model(), one.family(), one.developer())));
        names.removeIf(String::isBlank);
        return of(names);
    }

    /** The same for the items of one system. */
    public Screen forItemsOf(ValueSystem system) {
        return system.elicitation() == Elicitation.REPLY ? ofRequests() : this;
    }

    /** For systems whose items are requests: these tell a model what to do, and ask for harm to see it refused. */
    Screen ofRequests() {
        Screen screen = new Screen(List.of());
        screen.rules.putAll(rules);
        screen.rules.keySet().removeAll(List.of(Reason.ORDER, Reason.RECIPE));
        return screen;
    }

    /** Empty when nothing is found. */
    public Optional<Objection> objection(String text) {
        Optional<String> hidden = new HiddenCharacters().find(text);
        if (hidden.isPresent()) {
            return hidden.map(passage -> Objection.to(Reason.HIDDEN, passage));
        }
        String folded = Folded.of(text);
        return rules.entrySet().stream()
                .flatMap(rule ->
                        rule.getValue().find(folded).map(passage -> Objection.to(rule.getKey(), passage)).stream())
                .findFirst();
    }
}
