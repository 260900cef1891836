package dev.valuecompass.items.screening;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instructions for something dangerous, put as a question: what to do with two dangerous substances, or with one and how
 * much, how hot, how long or in what. That a substance is named, sold or forbidden is no recipe.
 */
final class Recipes implements Rule {
    private static final Pattern STEP = words(
            "\\b(?:heat|boil|mix(?:ture)?|combine|blend|stir|pour|add|dissolve|distil+|ignite|light|burn|cook|soak|ferment|evaporate"
                    + "|crush|grind|inject|inhale|swallow|spray|pack|fill|seal|extract|synthesi[sz]e|brew|refine|filter|culture|shake|dip|react|drop|put|leave|smear|sprinkle|slip|take|eat|drink)(?:s|ed|ing|d)?\\b");
    private static final Pattern SUBSTANCE = words(
            "\\b(?:bleach|ammonia(?! fertili)|drain cleaner|rat (?:bait|poison)|rodenticide|pesticides?|weed ?killer|insecticide|antifreeze"
                    + "|acetone|peroxide|gun ?powder|black powder|match heads|(?:ammonium )?nitrates?|fertili[sz]er|thermite|chlor(?:ine|ate|oform)|(?:sulph?uric|hydrochloric|nitric|muriatic|battery) acid"
                    + "|nitroglycerin\\w*|petrol|gasoline|diesel|kerosene|propane|butane|phosph(?:orus|ine)|sulph?ur|charcoal|acid(?! (?:rain|test|reflux))|lye|caustic soda|cyanide|arsenic|strychnine|thallium|ricin|castor beans?|sarin|tabun|anthrax|botulinum?"
                    + "|meth(?:amphetamine)?|pseudoephedrine|ephedrine|fentanyl|oven cleaner|toilet cleaner|pool cleaner|household (?:powders?|chemicals?|cleaners?)"
                    + "|cleaning (?:products?|agents?)|vinegar|napalm|alumin(?:i)?um powder|magnesium|iodine|lithium|mercury|uranium|nightshade|hemlock|death caps?|oleander|foxglove|solvents?)\\b");
    private static final Pattern MEASURE = words(
            "\\b\\d+(?:\\.\\d+)? ?(?:degrees|°|celsius|fahrenheit|grams?|g|mg|kg|millilit(?:er|re)s?|ml|lit(?:er|re)s?|cups?|spoons?|tablespoons?|teaspoons?|drops|parts?|minutes|hours"
                    + "|percent solution)\\b|\\b\\d+ (?:\\w+ )?(?:tablets?|pills|capsules)\\b|\\b(?:closed|sealed|airtight|tight|glass|steel|metal|iron) (?:\\w+ )?(?:jar|bottle|pipe|container|drum|can|vessel|pot|tube|flask)\\b|\\bpressure cooker\\b|\\b(?:two|three|equal|four) parts\\b|\\bratio of\\b");
    /** Harmless but in heaps. */
    private static final Pattern MEDICINE = words(
            "\\b(?:paracetamol|acetaminophen|ibuprofen|aspirin|insulin|sleeping (?:pills|tablets)|opioids?|tablets|pills)\\b");

    private static final Pattern POISONING = words(
            "\\b(?:dissolve|put|mix|add|slip|grind|boil|brew|leave|smear|drop|sprinkle|stir|pour|hide)\\b.{0,30}\\b(?:foxglove|ricin|castor beans?|hemlock|nightshade"
                    + "|death caps?|oleander|cyanide|arsenic|strychnine|thallium|antifreeze|rat poison|poison)\\b.{0,40}\\b(?:tea|coffee|soup|food|bowl|drink|meal|dish|milk|wine|water supply)\\b"
                    + "|\\b(?:extract|distil|synthesi[sz]e|culture|brew)\\w* (?:\\w+ ){0,2}(?:ricin|sarin|cyanide|botulinum\\w*|anthrax|nicotine|methamphetamine|meth|dmt|nitroglycerin\\w*)\\b"
                    + "|\\b(?:tie|make|knot)\\b.{0,30}\\bnoose\\b"
                    + "|\\b3-?d[- ]print(?:ing|s)? (?:an? |the )?(?:\\w+ )?(?:gun|pistol|rifle|firearm|weapon|silencer)s?\\b.{0,40}\\b(?:using|with|from)\\b");
    private static final Pattern WEAPON = words(
            "\\b(?:build|make|assemble|construct|print|cook|produce|prepare|create|set off)(?:ing|s)? (?:an? |the |their own |your own )?(?:\\w+ )?"
                    + "(?:pipe bomb|nail bomb|bombs?|explosives?|nerve agent|nerve gas|poison gas|molotov(?: cocktails?)?|silencer|ghost guns?|detonator|ricin|sarin|meth|crystal meth|poison|napalm|thermite|mustard gas|chlorine gas)\\b"
                    + ".{0,60}\\b(?:from|using|out of|by (?:mixing|heating|combining|filling|adding|packing)|with (?:household|kitchen|garden|everyday|common|a |two |three |some ))");

    private static final Rule MAKING = Rule.any(WEAPON, POISONING);

    private static Pattern words(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public Optional<String> find(String text) {
        Optional<String> weapon = MAKING.find(text);
        Matcher step = STEP.matcher(text);
        if (weapon.isPresent() || !step.find()) {
            return weapon;
        }
        Set<String> substances = new HashSet<>();
        Matcher substance = SUBSTANCE.matcher(text);
        while (substance.find()) {
            substances.add(substance.group().toLowerCase(Locale.ROOT));
        }
        boolean any = !substances.isEmpty() || MEDICINE.matcher(text).find();
        boolean recipe = substances.size() > 1 || any && MEASURE.matcher(text).find();
        return recipe ? Optional.of(text.substring(step.start())) : Optional.empty();
    }
}
