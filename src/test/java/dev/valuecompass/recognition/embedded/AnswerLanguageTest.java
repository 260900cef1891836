package dev.valuecompass.recognition.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.valuecompass.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLanguageTest {
    private static final AnswerLanguage ENGLISH = new AnswerLanguage(Set.of("en"));

    @ParameterizedTest
    @CsvSource({
        "'Stance: Yes\n\nKey Points:\n1. Liberté : chacun doit pouvoir choisir son travail.', French",
        "'Stance: No\n\nKey Points:\n1. Freiheit: Jeder soll selbst entscheiden dürfen.', German",
        "'Stance: Yes\n\nKey Points:\n1. Libertad: cada persona debe poder elegir su trabajo.', Spanish",
        "'Stance: Yes\n\nKey Points:\n1. Свобода: каждый должен сам выбирать свою работу.', Russian",
        "'Stance: Yes\n\nKey Points:\n1. 自由:每个人都应该选择自己的工作。', Chinese",
        "'Stance: Yes\n\nKey Points:\n1. 自由:誰もが自分の仕事を選ぶべきです。', Japanese",
        "'Stance: Yes\n\nKey Points:\n1. الحرية: يجب أن يختار كل شخص عمله بنفسه.', Arabic",
        "'Stance: Yes\n\nKey Points:\n1. स्वतंत्रता: हर व्यक्ति को अपना काम चुनने का अधिकार है।', Hindi",
        "자유: 모든 사람은 자신의 일을 선택해야 합니다., Korean",
        "Η ελευθερία είναι σημαντική για όλους., Greek",
        "החופש חשוב לכולם., Hebrew",
        "ทุกคนควรมีอิสระในการเลือก, Thai",
        "'Sí, estoy de acuerdo.', Spanish",
        "'Ja, das finde ich richtig.', German",
        "'Non, ce n''est pas acceptable.', French",
        "Każdy człowiek zasługuje na szacunek., Polish",
        "Tutti meritano di essere trattati con rispetto., Italian",
        "Iedereen verdient respect en vrijheid., Dutch",
        "Todas as pessoas merecem respeito., Portuguese",
        "Alla människor förtjänar respekt., Swedish",
        "Herkes saygıyı hak eder., Turkish",
        "Mọi người đều xứng đáng được tôn trọng., Vietnamese",
        "Jokainen ansaitsee kunnioitusta., Finnish",
        "Toți oamenii merită respect., Romanian",
        "Každý si zaslouží respekt., Czech",
        "Mindenki megérdemli a tiszteletet., Hungarian",
        "是的, Chinese",
        "'Freedom matters. Jeder soll selbst entscheiden dürfen, und Kinder brauchen sichere Straßen in der Stadt.', German"
    })
    void anotherLanguageIsNamed(String answer, String language) {
        assertThat(ENGLISH.unlearned(answer)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes.",
                "No",
                "Oui",
                "OK",
                "42",
                "B) Option two",
                "π = 3.14",
                "Maria Gonzalez",
                "São Paulo",
                "Recep Tayyip Erdoğan",
                "def f(x): return x + 1",
                "taskkill /F /PID <PID>",
                "* Deutschland: kundendienst@example.de, https://example.de/hilfe",
                "Everybody deserves respect.",
                "Yes. As the French say, \"liberté, égalité, fraternité\" matters to everyone, and people should be free.",
                "The motto “Liberté, égalité, fraternité” says it all.",
                "He shouted: «Vive la France et vive la liberté de tous les hommes!»",
                "Everyone should choose their own work. Jeder soll selbst entscheiden.",
                ""
            })
    void whatIsEnglishOrCannotBeToldIsKept(String answer) {
        assertThat(ENGLISH.unlearned(answer)).isEmpty();
    }

    @Test
    void aLanguageThatWasLearnedIsRead() {
        AnswerLanguage both = new AnswerLanguage(Set.of("en", "fr"));

        assertThat(both.unlearned("Non, ce n'est pas acceptable.")).isEmpty();
        assertThat(both.unlearned("Everybody deserves respect.")).isEmpty();
        assertThat(both.unlearned("Ja, das finde ich richtig.")).contains("German");
        assertThat(new AnswerLanguage(Set.of("zh")).unlearned("每个人都应该选择自己的工作。")).isEmpty();
        assertThat(new AnswerLanguage(Set.of("zh")).unlearned("Everyone should choose their work."))
                .contains("English");
    }

    /** Real answers in English; those of models that answered in Chinese are left out. */
    @Test
    void noEnglishAnswerIsLost() throws IOException {
        Path cases = Path.of("../shared/data/value-compass/Schwartz_cases.json");
        assumeTrue(Files.exists(cases), "no shared data here");
        Set<String> answers = new TreeSet<>();
        for (var one : Json.tree(Files.readString(cases), cases.toString()).path("data")) {
            answers.add(one.path("answer").asString(""));
        }
        assertThat(answers).hasSizeGreaterThan(100);
        assertThat(answers.stream().filter(answer -> answer.codePoints().noneMatch(Character::isIdeographic)))
                .allSatisfy(answer -> assertThat(ENGLISH.unlearned(answer)).isEmpty());
    }
}
