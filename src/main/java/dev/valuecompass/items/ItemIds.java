package dev.valuecompass.items;

import dev.valuecompass.io.Defect;
import dev.valuecompass.io.SafeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ids of all items of a run, across its value systems: labels are kept by them, and cases are named after them, so
 * each is used once and leaves room for the number of a sample.
 */
public final class ItemIds {
    private final int samples;
    private final Map<String, Item> byCase = new HashMap<>();

    /** @param samples how often each item is asked */
    public ItemIds(int samples) {
        this.samples = samples;
    }

    /** The name of a case: that of its item, with a number from 2 for further samples. @param sample from 0 */
    public static String ofCase(String item, int sample) {
        return item + (sample == 0 ? "" : "-" + (sample + 1));
    }

    /** Takes the items of a system and says which of them cannot be asked beside those before, at most one for each. */
    public List<Defect> add(List<Item> items, String file) {
        List<Defect> defects = new ArrayList<>();
        for (Item item : items) {
            for (int sample = 0; sample < samples; sample++) {
                String id = ofCase(item.id(), sample);
                Item other = byCase.putIfAbsent(id, item);
                if (other != null) {
                    defects.add(new Defect(file, clash(item, other, id), "rename one of the items"));
                    break;
                }
                if (SafeName.objection(id).isPresent()) {
                    defects.add(new Defect(
                            file,
                            "the id '" + item.id() + "' is too long for " + samples + " samples",
                            "shorten it by " + (id.length() - item.id().length()) + " characters"));
                    break;
                }
            }
        }
        return defects;
    }

    private static String clash(Item item, Item other, String id) {
        return item.id().equals(other.id())
                ? "the item '" + item.id() + "' of " + item.system() + " has the id of one of " + other.system()
                : "a sample of the item '" + item.id() + "' or '" + other.id() + "' is called '" + id
                        + "', as the other item is";
    }
}
