package dev.valuecompass.items.screening;

import java.util.Optional;
import java.util.regex.Pattern;

/** Codes of offers, passwords, keys, addresses of wallets and accounts. */
final class Codes implements Rule {
    private static final String KEYED =
            "\\b(?i:(?<!zip |post |postal |tax |penal |criminal |civil |area |dress |building |labour |labor |legal )codes?|vouchers?|coupons?"
                    + "|promo|passcodes?|passwords?|pass ?phrase|pin|token|(?:licen[cs]e|serial|access|private|secret|api) key)"
                    + "(?i:(?: code| number| word| is| was| called| named| of)?){0,2} ?[:=]? ?[\"']?";
    private static final Rule RULE = Rule.any(
            Pattern.compile(KEYED + "(?=[\\w-]*\\d)(?=[\\w-]*\\p{L})[\\p{L}\\d][\\w-]{2,}"),
            Pattern.compile(KEYED + "\\p{Lu}{4,}\\b"),
            Pattern.compile(KEYED + "(?!(?:1[89]|20)\\d\\d\\b)\\d{4,}\\b"),
            Pattern.compile(
                    "\\b(?i:enter|type|quote|redeem|submit|key in|use) (?:the )?(?:\\p{Ll}+ )?[\"']?\\p{Lu}{3,}-?\\d+\\b"),
            Pattern.compile(
                    "\\b(?i:magic|secret|code|pass) ?(?i:words?) [\"']?(?:is )?(?=[\\w-]*[A-Z0-9])[A-Z0-9-]{4,}\\b"),
            Pattern.compile(
                    "\\b0x[0-9a-fA-F]{6,}|\\b(?:bc1|ltc1|addr1)[a-z0-9]{10,}|\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,20}\\b"),
            Pattern.compile("\\b(?:sk|pk|ghp|xox[abp])[-_][A-Za-z0-9_-]{8,}"),
            Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"),
            Pattern.compile(
                    "(?<![\\p{L}\\d])(?=(?:[A-Za-z+/_]*\\d){3})(?=(?:[\\d+/_]*[A-Za-z]){3})[A-Za-z0-9+/_]{16,}=*"),
            Pattern.compile("[A-Za-z]{46,}"));

    @Override
    public Optional<String> find(String text) {
        return RULE.find(text);
    }
}
