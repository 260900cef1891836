package dev.valuecompass.items.screening;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;

/** Web addresses in any shape: with a scheme, bare, spelt out, pulled apart, as numbers. */
final class Addresses implements Rule {
    private static final String SURE = "com|net|org|biz|xyz|info|io|ru|cn|tk|gg|onion";
    private static final Rule PLAIN = Rule.any(
            Pattern.compile(
                    "(?i)\\bh(?:tt|xx|\\*\\*|t t)ps?\\b|\\bwww\\d?\\b|[a-z*]{2,12} ?: ?/ ?/|\\b(?:javascript|mailto|magnet|tel|data|ftp) ?:\\S"),
            Pattern.compile("(?i)[(\\[{<] ?(?:dot|punkt|punto|point|\\.) ?[)\\]}>]"),
            Pattern.compile(
                    "(?i)\\b[\\p{L}\\p{N}-]{2,63} (?:dot|punkt|punto) (?:" + SURE
                            + "|app|shop|me|ly|de|uk|co|ai|dev|site|online)\\b(?! (?:bubble|boom|crash|era|compan|crisis|stock|mania))"),
            Pattern.compile("(?i)[\\p{L}\\p{N}-]{2,63}, ?(?:xyz|onion)\\b|[\\p{L}\\p{N}-]{2,63},(?:" + SURE + ")\\b"),
            Pattern.compile("(?i)[\\p{L}\\p{N}] \\. ?(?:\\p{L} ){1,3}\\p{L}\\b"),
            Pattern.compile(
                    "(?i)\\bscan (?:the |this |a )?qr\\b|\\b(?:click|tap) (?:on )?(?:the |this |my |our )?link\\b|\\blink in (?:my|the|our|his|her) (?:bio|profile)\\b"),
            Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"),
            Pattern.compile("(?i)\\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\\b"));

    private static final Pattern DOTTED = Pattern.compile(
            "(?<![\\p{L}\\p{N}_-])((?:[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,62}\\.){1,10})(\\p{L}[\\p{L}\\p{M}\\p{N}-]{1,23})(?![\\p{L}\\p{N}])");
    private static final Pattern APART =
            Pattern.compile("([\\p{L}\\p{N}][\\p{L}\\p{N}-]{1,62})(?: \\. ?|\\. )(\\p{L}{2,23})\\b");
    private static final Set<String> SURE_ONES = Set.of(SURE.split("\\|"));
    /** Names that resolve outside the domain name system. */
    private static final Set<String> OTHER_ROOTS =
            Set.of("onion", "i2p", "eth", "bit", "crypto", "loki", "example", "invalid", "test", "localhost", "local");

    private static final Pattern ABBREVIATIONS = Pattern.compile(
            "(?:B|M|D|Ph|LL)\\.(?:Sc|Com|Tech|Ed|Phil|Eng|Arch|Med|Law)" + "|(?:ASP|VB|ADO)\\.NET|README\\.md");
    private static final Pattern TITLES =
            Pattern.compile("(?:St|Dr|Mr|Mrs|Ms|Prof|Sen|Gov|Gen|Rev|Jr|Sr|Art|No|vs|\\p{Lu})\\.\\p{Lu}\\p{L}*");
    /** A full stop without the space behind it: the next sentence begins with one of these. */
    private static final Set<String> WORDS = Set.of(
            "Is", "It", "Me", "My", "No", "So", "Be", "As", "At", "Do", "Us", "Am", "In", "To", "By", "One", "Now",
            "How", "Here", "Are", "Can", "Does", "Will");

    private static final DomainValidator DOMAINS = DomainValidator.getInstance();

    @Override
    public Optional<String> find(String text) {
        return PLAIN.find(text).or(() -> first(DOTTED.matcher(text), true)).or(() -> first(APART.matcher(text), false));
    }

    private static Optional<String> first(Matcher found, boolean joined) {
        while (found.find()) {
            String root = found.group(2);
            boolean spaceBefore = !joined && found.group().contains(" .");
            boolean address = joined
                    ? isRoot(root) && !isProse(found.group(), root)
                    : spaceBefore ? isRoot(root) && !WORDS.contains(root) : SURE_ONES.contains(root);
            if (address) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }

    private static boolean isRoot(String root) {
        String lower = root.toLowerCase(Locale.ROOT);
        return DOMAINS.isValidTld(lower) || OTHER_ROOTS.contains(lower);
    }

    private static boolean isProse(String name, String root) {
        return ABBREVIATIONS.matcher(name).matches() || TITLES.matcher(name).matches() || WORDS.contains(root);
    }
}
