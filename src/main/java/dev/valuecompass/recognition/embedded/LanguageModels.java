package dev.valuecompass.recognition.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * What Apache OpenNLP's language detector says of a sentence, among the larger languages alone: small ones are taken for
 * each other, and names and formulas for them.
 */
final class LanguageModels {
    private static final String MODEL = "/langdetect-183.bin";

    /** How much likelier than a learned language another one must be. */
    private static final double LIKELIER = 1.3;

    /** No more of a sentence is looked at. */
    private static final int LONGEST = 600;

    /** By the codes that the models have (ISO 639-3). */
    private static final Map<String, String> LANGUAGES = languages(
            "eng en, fra fr, spa es, deu de, ita it, por pt, nld nl, swe sv, dan da, nob nb, nno nn, fin fi, isl is, pol pl,"
                    + " ces cs, slk sk, slv sl, hrv hr, srp sr, bos bs, hun hu, ron ro, tur tr, ind id, msa ms, vie vi,"
                    + " tgl tl, cat ca, glg gl, eus eu, est et, lav lv, lvs lv, lit lt, ekk et, swa sw, afr af, gle ga, cym cy,"
                    + " sqi sq, mlt mt, aze az, uzb uz, rus ru, ukr uk, bul bg, bel be, mkd mk, kaz kk, ara ar, fas fa,"
                    + " pes fa, urd ur, hin hi, mar mr, nep ne, epo eo");

    private LanguageModels() {}

    private static Map<String, String> languages(String pairs) {
        Map<String, String> languages = new HashMap<>();
        for (String pair : pairs.split(", ")) {
            languages.put(pair.strip().substring(0, 3), pair.strip().substring(4));
        }
        return Map.copyOf(languages);
    }

    /** @param code of two letters (ISO 639-1) */
    static boolean knows(String code) {
        return LANGUAGES.containsValue(code);
    }

    /** Read when it is first needed: it takes a second, and most answers are told without it. */
    private static final class Loaded {
        static final LanguageDetectorModel MODEL = load();

        private static LanguageDetectorModel load() {
            try (InputStream in = LanguageModels.class.getResourceAsStream(LanguageModels.MODEL)) {
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Code of the language; empty when it may as well be a learned one. */
    static String language(String sentence, Set<String> learned) {
        String read = sentence.substring(0, Math.min(sentence.length(), LONGEST));
        Language most = null;
        double known = 0;
        for (Language one : new LanguageDetectorME(Loaded.MODEL).predictLanguages(read)) {
            String code = LANGUAGES.get(one.getLang());
            if (code != null && (most == null || one.getConfidence() > most.getConfidence())) {
                most = one;
            }
            if (code != null && learned.contains(code)) {
                known = Math.max(known, one.getConfidence());
            }
        }
        String code = most == null ? "" : LANGUAGES.get(most.getLang());
        return learned.contains(code) || most != null && most.getConfidence() > LIKELIER * known ? code : "";
    }
}
