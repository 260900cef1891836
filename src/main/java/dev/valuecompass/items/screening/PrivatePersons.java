package dev.valuecompass.items.screening;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People by their full names, and where somebody lives. Who is known to everybody is listed and passes, as does who lived
 * long ago; a first name alone is nobody, so stories have their characters.
 */
final class PrivatePersons implements Rule {
    private static final Set<String> GIVEN = WordList.read("given-names.txt");
    private static final Set<String> LAST = Set.of(
            "Wei", "Xiao", "Jing", "Ming", "Hiroshi", "Kenji", "Takashi", "Haruto", "Akira", "Satoshi", "Naoko", "Minh",
            "Linh", "Thanh");
    private static final Pattern CAPITALS = Pattern.compile("\\b\\p{Lu}{3,}\\b");
    private static final Set<String> PUBLIC = WordList.read("public-figures.txt");

    private static final String WAY =
            "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Crescent|Terrace|Close|Way|Place|Pl|Parkway|Row|Hill|Gardens|Grove|Mews|Square|Sq)";
    /** Addresses of offices, known as such. */
    private static final String OFFICES = "(?!10 Downing|11 Downing|221B? Baker|1600 Pennsylvania)";

    private static final Rule HOME = Rule.any(
            Pattern.compile("\\b" + OFFICES + "\\d{1,5}[A-Za-z]?,? (?:[NSEW]\\.? )?(?:\\p{Lu}[\\p{L}'.-]{1,30} ){1,3}"
                    + WAY + "\\b"),
            Pattern.compile(
                    "\\b" + OFFICES
                            + "\\d{1,5},? (?:rue|avenue|boulevard|via|viale|piazza|calle|avenida|plaza|rua|ulica|ul\\.|ulitsa) (?:de |del |della |la |des |du |da ){0,2}\\p{Lu}\\p{L}+"),
            Pattern.compile(
                    "\\b(?:Rue|Via|Viale|Calle|Avenida|Rua|Ulica|Jalan|rue|via|calle) (?:de |del |della |la |des |du |da ){0,2}\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?,? (?:no\\.? ?|nr\\.? ?)?\\d{1,4}\\b"),
            Pattern.compile(
                    "\\b\\p{Lu}\\p{L}{2,30}(?:stra(?:ß|ss)e|str\\.|gasse|weg|platz|allee|straat|laan|gade|gatan|vej|utca) ?\\d{1,4}[a-z]?\\b"),
            Pattern.compile(
                    "\\b(?:\\p{Lu}[\\p{L}'-]{1,30} ){1,2}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Crescent|Terrace)(?:,| no\\.?| number| at)? (?!1[89]\\d\\d\\b|20\\d\\d\\b)\\d{1,4}[A-Za-z]?\\b"),
            Pattern.compile(
                    "(?i)\\bp\\.? ?o\\.? ?box \\d+|\\b(?:flat|apartment|apt\\.?|unit|suite|room) (?:no\\.? )?\\d{1,5}[a-z]?(?: (?:of|at|in))?,? (?:\\d|the \\p{L}+ (?:building|block|house))"),
            Pattern.compile(
                    "\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b|\\b\\p{Lu}\\p{L}+, [A-Z]{2} \\d{5}(?:-\\d{4})?\\b"),
            Pattern.compile(
                    "(?i)\\b(?:social security|passport|national insurance|identity card|id card|licen[cs]e plate|number plate)(?: number| no\\.?)?:? (?:is )?(?=\\S*\\d)[\\w-]{4,}"));

    private static final Rule RESIDENT = Rule.any(
            Pattern.compile(
                    "(?i)\\b" + OFFICES
                            + "\\d{1,5}[a-z]?,? (?:(?!of|on|per|the|in|to|and|every|each|other|percent|people|years|cars|lanes?|main|busy|public|new|old|more)[\\p{L}']{3,30} ){1,2}(?:street|road|avenue|boulevard|crescent|terrace)\\b"),
            Pattern.compile(
                    "\\b(?:Mr|Mrs|Ms|Miss|Dr)\\.? \\p{Lu}\\p{L}+,? (?:(?:at|of|from|in) (?:number|no\\.?|house|flat|\\d)|who lives?|living)\\b"));

    private static final String NAME = "\\p{Lu}[\\p{Ll}\\p{M}'-]{1,24}(?:\\p{Lu}\\p{Ll}+)?";
    private static final Pattern FULL_NAME = Pattern.compile("(?<![\\p{L}\\p{N}'-])(" + NAME + ")((?: (?:" + NAME
            + "|\\p{Lu}\\.|[dv]e|van|von|der|den|bin|al|el|la|di|da|del|ibn)){0,3}) (" + NAME
            + ")(?:'s)?(?![\\p{L}\\p{N}])");
    /** Behind which even a rare name is somebody's. */
    private static final Pattern INTRODUCED =
            Pattern.compile("\\b(?i:mr|mrs|ms|miss|mister|neighbou?r|classmate|colleague|teacher|nurse|shopkeeper"
                    + "|cashier|pupil|student|plumber|baker|landlord|tenant|janitor|waitress|waiter|the (?:mayor|councillor|headmaster|principal|sheriff) of \\p{L}+|(?:mayor|councillor|headmaster|principal|sheriff|officer|deputy))[.,]? ("
                    + NAME + ") (?:\\p{Lu}\\. )?(" + NAME + ")\\b");

    private static final Pattern HARMED = Pattern.compile(
            "(?<=\\b(?:Should|Must|Can|May|Did|Would|that|if) )(" + NAME + ") (?:\\p{Lu}\\. )?(" + NAME
                    + ") (?:be|have been|deserve to be|deserves to be) (?:publicly )?(?:fired|dismissed|sacked|evicted|jailed|imprisoned|arrested|driven|expelled from|whipped|beaten|stoned|killed|executed|hanged|shamed|exposed|boycotted|hunted|harassed|spat|punished|reported)\\b");
    /** With which names of countries and institutions begin. */
    private static final Pattern PLACES = Pattern.compile(
            "New|North|South|East|West|Northern|Southern|Eastern|Western|Saudi|Big|Wall|Supreme|Prime|United|Great|High|Central|European|American|Roman|Catholic|Red|White|Black|World|Costa|Sierra|Sri|Hong|San|Los|El|Puerto|The|State|National");
    /** What people were known for, or when. */
    private static final Pattern REMEMBERED = Pattern.compile(
            "\\b(?:1[0-8]\\d\\d|19[0-6]\\d|\\d{1,2}(?:st|nd|rd|th) century|[Aa]ncient|[Mm]edieval|[Cc]olonial|films?|novels?|paintings?|poems?|symphon(?:y|ies)|operas?|theory|theories|philosophy|sculptures?|statues?|grave|essays|writings|speech(?:es)?|be (?:read|taught))\\b");

    private static final Pattern OF_TODAY = Pattern.compile(
            "(?i)\\b(?:born|aged?|lives?|living|resident|address|neighbou?r|today|now|years old)\\b|\\b20[0-4]\\d\\b");
    /** What names are given to besides people. */
    private static final Pattern THING = Pattern.compile(
            "^(?: \\p{Lu}\\p{Ll}+)?(?:'s)? (?:\\p{Lu}\\p{Ll}+ )?(?i:Day|Act|Law|Prize|Award|Airport|University|College|School|Hospital|Museum|Library|Street|Square"
                    + "|Park|Bridge|Stadium|Foundation|Institute|Church|Cathedral|Memorial|Island|Islands|River|Lake|Falls|Amendment|Doctrine|Plan|Treaty|case|ruling|judgment|laws)\\b");

    @Override
    public Optional<String> find(String text) {
        return HOME.find(text).or(() -> RESIDENT.find(text)).or(() -> named(quiet(text)));
    }

    private static Optional<String> named(String text) {
        Optional<String> introduced = INTRODUCED
                .matcher(text)
                .results()
                .filter(name -> !isPublic(name.group()))
                .map(MatchResult::group)
                .findFirst();
        if (introduced.isPresent()) {
            return introduced;
        }
        Optional<String> harmed = HARMED.matcher(text)
                .results()
                .filter(name -> !isPublic(name.group())
                        && !PLACES.matcher(name.group(1)).matches())
                .map(MatchResult::group)
                .findFirst();
        if (harmed.isPresent()
                || REMEMBERED.matcher(text).find() && !OF_TODAY.matcher(text).find()) {
            return harmed;
        }
        Matcher name = FULL_NAME.matcher(text);
        int from = 0;
        while (name.find(from)) {
            if (isGiven(name.group(1), name.group(3))
                    && !isPublic(name.group())
                    && !THING.matcher(text.substring(name.end())).find()
                    && !THING.matcher(" " + name.group(3) + text.substring(name.end()))
                            .find()) {
                return Optional.of(name.group());
            }
            from = name.end(1);
        }
        return Optional.empty();
    }

    /** Names in capitals as others are written. */
    private static String quiet(String text) {
        return CAPITALS.matcher(text)
                .replaceAll(word ->
                        word.group().charAt(0) + word.group().substring(1).toLowerCase(Locale.ROOT));
    }

    /** Given names come first, but in parts of Asia last. */
    private static boolean isGiven(String first, String last) {
        return GIVEN.contains(first.split("-")[0]) || LAST.contains(last);
    }

    private static boolean isPublic(String name) {
        return PUBLIC.stream().anyMatch(name.replace("'s", "")::contains);
    }
}
