package dev.valuecompass.site.text;

import dev.valuecompass.language.PageTexts;
import java.util.ArrayList;
import java.util.List;

/** Facts in the order in which they are told; one without a text is left out. */
public final class FactList {
    private final List<Fact> facts = new ArrayList<>();
    private final PageTexts words;

    public FactList(PageTexts words) {
        this.words = words;
    }

    /** @param key of the label @param text may be hostile, empty or null */
    public void add(String key, String text) {
        put(words.get(key), text);
    }

    /** The same with a label that may be hostile as well. */
    public void addLabelled(String label, String text) {
        put(HostileText.line(label), text);
    }

    private void put(String label, String text) {
        String shown = text == null ? "" : HostileText.line(text);
        if (!shown.isEmpty()) {
            facts.add(new Fact(label, shown, null));
        }
    }

    public void add(Fact fact) {
        facts.add(fact);
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }

    public List<Fact> list() {
        return List.copyOf(facts);
    }
}
