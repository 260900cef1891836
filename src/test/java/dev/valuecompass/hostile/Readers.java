package dev.valuecompass.hostile;

import dev.valuecompass.embedding.CachingTokens;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.SentenceSplitter;
import dev.valuecompass.importing.SourceReaders;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.text.NearNames;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Mentions;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.WordReaders;
import dev.valuecompass.items.adaem.QuestionReaders;
import dev.valuecompass.items.denevil.OpeningReaders;
import dev.valuecompass.items.topics.TopicReaders;
import dev.valuecompass.items.writing.ListReader;
import dev.valuecompass.items.writing.Prose;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.openai.ApiError;
import dev.valuecompass.llm.openai.EndingTable;
import dev.valuecompass.llm.openai.ReplyReader;
import dev.valuecompass.llm.openai.ServerDelay;
import dev.valuecompass.llm.openai.Waits;
import dev.valuecompass.recognition.embedded.Solicitation;
import dev.valuecompass.recognition.llm.ClaveReaders;
import dev.valuecompass.recognition.llm.JudgeReaders;
import dev.valuecompass.responses.AnswerClassifier;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.MarkdownText;
import dev.valuecompass.value.ReaderSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Everything that reads foreign text. Whoever writes a new one adds it here. */
final class Readers {
    private static final ReaderSettings JOINED = new ReaderSettings(
            ReaderSettings.Prompt.JOINED,
            ReaderSettings.DEFAULT.promptWords(),
            ReaderSettings.Parts.WHOLE,
            ReaderSettings.Wording.COMPARED,
            ReaderSettings.Calibration.OBSERVED,
            ReaderSettings.Opposes.LEARNED,
            1);

    private Readers() {}

    static List<Reader> all() {
        List<Reader> all = new ArrayList<>();
        all.addAll(replies());
        all.addAll(answers());
        all.addAll(JudgeReaders.all());
        all.addAll(ClaveReaders.all());
        all.addAll(items());
        all.addAll(pages());
        return all;
    }

    private static ChatRequest request(Purpose purpose) {
        return new ChatRequest(purpose, "e", "m", List.of(Message.user("?")), new Sampling(null, null, 9), 0);
    }

    private static List<Reader> replies() {
        Waits waits = new Waits(ZoneOffset.UTC, Instant.EPOCH);
        ReplyReader replies = new ReplyReader(
                request(Purpose.OPINION),
                EndingTable.read(DataFolder.over(Path.of("none"))),
                false,
                waits,
                UnaryOperator.identity());
        return List.of(
                new Reader("an error page", text -> ApiError.read("<html>" + text, UnaryOperator.identity())),
                new Reader("an error", text -> ApiError.read(text, UnaryOperator.identity())),
                new Reader("a reply", replies::read),
                new Reader("a stream", text -> replies.read("data: " + text)),
                new Reader(
                        "a reason",
                        text -> replies.read("{\"choices\":[{\"finish_reason\":" + Json.line(text) + "}]}")),
                new Reader(
                        "a wait in words",
                        text -> waits.of(429, ApiError.read("retry " + text, UnaryOperator.identity()), null)),
                new Reader("a reply with thoughts", text -> replies.read(reply("<think>" + text + "</think>" + text))),
                new Reader("a reply with a text", text -> replies.read(reply(text))),
                new Reader("a delay", text -> ServerDelay.of(header -> text, Instant.EPOCH)),
                new Reader("an allowance", text -> ServerDelay.usedUp(header -> text, 1, Instant.EPOCH)));
    }

    private static String reply(String content) {
        return Json.line(Map.of("choices", List.of(Map.of("message", Map.of("content", content)))));
    }

    private static List<Reader> answers() {
        SentenceEncoder encoder = new NoEncoder();
        dev.valuecompass.recognition.embedded.UnitReader sentences =
                new dev.valuecompass.recognition.embedded.UnitReader(
                        encoder, new float[2], new Solicitation(List.of(), new float[0]));
        CachingTokens tokens = new CachingTokens(text -> new float[][] {{1, 0}}, 10);
        return List.of(
                new Reader("an opinion", text -> read(Purpose.OPINION, text)),
                new Reader("a continuation", text -> read(Purpose.COMPLETION, text)),
                new Reader("sentences", new SentenceSplitter()::split),
                new Reader("units", text -> sentences.read(text, null, text, JOINED)),
                new Reader("tokens", tokens::tokens));
    }

    private static void read(Purpose purpose, String text) {
        String detail = AnswerClassifier.read("i", "m", request(purpose), ChatResult.answered(text))
                .detail();
        if (detail.contains("could not be read")) {
            throw new IllegalStateException(detail);
        }
    }

    private static List<Reader> items() {
        Mentions mentions = Mentions.read(DataFolder.over(Path.of("data")));
        List<Reader> items = new ArrayList<>(List.of(
                new Reader("entries", ListReader::entries),
                new Reader("numbered entries", ListReader::numbered),
                new Reader("prose", Prose::is),
                new Reader("mentions", text -> mentions.in(item(text)))));
        items.addAll(QuestionReaders.all());
        items.addAll(OpeningReaders.all());
        items.addAll(TopicReaders.all());
        items.addAll(WordReaders.all());
        return items;
    }

    private static Item item(String text) {
        return new Item("i", "s", List.of("d"), "", text, false, new Provenance("g", "", "", "", "", Map.of()));
    }

    private static List<Reader> pages() {
        List<Reader> pages = new ArrayList<>(List.of(
                new Reader("a page", HostileText::visible),
                new Reader("a table", MarkdownText::line),
                new Reader("a name", NearNames::fold)));
        pages.addAll(SourceReaders.all());
        return pages;
    }

    /** Says nothing of any text. */
    private static final class NoEncoder implements SentenceEncoder {
        @Override
        public float[] encode(String text) {
            return new float[] {1, 0};
        }

        @Override
        public List<float[]> encodeAll(List<String> texts) {
            return texts.stream().map(this::encode).toList();
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public String id() {
            return "none";
        }
    }
}
