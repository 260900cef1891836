package dev.valuecompass.hostile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model may repeat for ever, and how such texts begin. */
final class HostileTexts {
    private static final List<String> TOKENS = List.of(
            "the ",
            "a ",
            "an ",
            "to the ",
            "automated ",
            "the following ",
            "model must ",
            "please mark ",
            "stance: yes or ",
            "key points ",
            "in 1999 ",
            "in ",
            "of the ",
            "i'm sorry, but ",
            "as an ai ",
            "value: ",
            "question: ",
            "fact: ",
            "story: ",
            "VERDICT ",
            "MARK ",
            "x",
            "İ",
            "Σ",
            "ß",
            "é",
            "e\u0301\u0323",
            "\u0301\u0323",
            "\u200b",
            "\u200d",
            "\u202e",
            "\ud83d\ude00",
            "\ud83d",
            "\udc00",
            "\ufdfa",
            "\u0000",
            "'",
            "a'",
            "’",
            "\"",
            "“",
            "<",
            "<script ",
            "<script>",
            "</think>",
            "<think>",
            "&lt;",
            "[",
            "[[",
            "{",
            "{\"a\":",
            "{\"a\":[",
            "(",
            ")",
            "\\",
            "\\\"",
            "/",
            "\n",
            "\r\n",
            "\u2028",
            ">\n",
            " \n",
            "\t",
            " ",
            "\u00a0",
            "\u3000",
            "1",
            "1.",
            "1. ",
            "1. \n",
            "- ",
            "- a\n",
            "* ",
            "**",
            "_",
            "`",
            "```\n",
            "# ",
            "> ",
            ">",
            "=",
            "-",
            ".",
            ". ",
            ".\n",
            "a. ",
            "a.a.",
            "?",
            "!\"",
            "。",
            "|",
            ",",
            ":",
            "٣",
            "\ud835\udfcf. a\n",
            "①",
            "%",
            "@",
            "https://a ",
            "0.",
            "1e9,",
            "\ufeff");

    private static final List<String> BEGINNINGS = List.of("", "Stance: Yes\n1. Freedom leads to ", "Dear ");

    private HostileTexts() {}

    /** Texts of about this many characters, each by a name for people. */
    static Map<String, String> ofLength(int length) {
        Map<String, String> texts = new TreeMap<>();
        for (String beginning : BEGINNINGS) {
            for (String token : TOKENS) {
                texts.put(name(beginning) + " + " + name(token), repeated(beginning, token, length));
            }
        }
        return texts;
    }

    /** By the name of the reader, what takes longest there. */
    static Map<String, List<String>> worst() {
        Map<String, List<String>> worst = new TreeMap<>();
        worst.put("an error page", List.of("<", "<script ", "<script>", "<style></", " "));
        worst.put("an error", List.of("[", "{\"a\":", " x"));
        worst.put("a reply with thoughts", List.of("İ", "<think>", "</thin"));
        worst.put("a delay", List.of("İ", "1", "Σ"));
        worst.put("an opinion", List.of("\n", "1. \n", "                    - a:\n\n", "**", "Stance:\n"));
        worst.put("a continuation", List.of(" ", "*"));
        worst.put("sentences", List.of("x", ". ", ".\n", " ", "a. ", "!\""));
        worst.put("units", List.of("model must ", "a", "İ a. ", "a\u0301\u0323"));
        worst.put("tokens", List.of("x. "));
        worst.put("a verdict", List.of("\n", ">\n", " \n", "VERDICT 0123456789ab: ", "VERDICT 0123456789ab: NO  "));
        worst.put("marks", List.of("\n", ">\n", "MARK 0123456789ab 1: ", "1"));
        worst.put("a fence", List.of("\u0301\u0323", "="));
        worst.put("concepts before the code", List.of("{", "{\"a\":", "{\"a\":[", "{\"a\":1,"));
        worst.put("a quoted text", List.of("a", "a'", "a "));
        worst.put("entries", List.of("- ", "\n", "1. "));
        worst.put("a labelled question", List.of(" ", "\"", "\u0301\u0323"));
        worst.put("a fact", List.of(" ", "\n", "*"));
        worst.put("a labelled story", List.of(" ", "\u0301\u0323"));
        worst.put("words", List.of("a'", "İ", "Σ"));
        worst.put("runs of characters", List.of("İ"));
        worst.put("mentions", List.of("\u0301\u0323", "in ", "1999 "));
        worst.put("a name", List.of("\u0301\u0323", "İ"));
        worst.put("a downloaded name", List.of("\u00a0x", " "));
        return worst;
    }

    static String repeated(String beginning, String token, int length) {
        return beginning + token.repeat(Math.max(1, (length - beginning.length()) / token.length()));
    }

    static String name(String text) {
        StringBuilder name = new StringBuilder();
        text.chars().forEach(c -> name.append(c > ' ' && c < 127 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return name.toString();
    }
}
