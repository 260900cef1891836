package dev.valuecompass.llm.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which results come, and what is no result. */
class ResultFilesTest {
    private static final String GOOD =
            "{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":{\"choices\":[]}},\"error\":null}";

    @TempDir
    Path folder;

    /** OpenAI's output, OpenAI's errors, vLLM's errors, Mistral's, Anthropic's: what they say of a call. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'batch_req_1','custom_id':'a','response':{'status_code':200,'request_id':'r','body':{'choices':[]}},'error':null} | 200 | {\"choices\":[]}",
                "{'id':'batch_req_2','custom_id':'a','response':{'status_code':400,'request_id':'r','body':{'error':{'code':'context_length_exceeded'}}},'error':null} | 400 | {\"error\":{\"code\":\"context_length_exceeded\"}}",
                "{'id':'batch_req_3','custom_id':'a','response':null,'error':{'code':'batch_expired','message':'late'}} | 500 | {\"code\":\"batch_expired\",\"message\":\"late\"}",
                "{'id':'vllm-1','custom_id':'a','response':{'status_code':200,'request_id':'vllm-batch-1','body':{'model':'m'}},'error':null} | 200 | {\"model\":\"m\"}",
                "{'id':'vllm-2','custom_id':'a','response':{'status_code':400,'request_id':'vllm-batch-2','body':null},'error':{'message':'too long','type':'BadRequestError','code':400}} | 400 | {\"message\":\"too long\",\"type\":\"BadRequestError\",\"code\":400}",
                "{'custom_id':'a','response':{'body':{'error':{'code':429}},'status_code':429}} | 429 | {\"error\":{\"code\":429}}",
                "{'custom_id':'a','result':{'type':'succeeded','message':{'content':[]}}} | 200 | {\"content\":[]}",
                "{'custom_id':'a','result':{'type':'errored','error':{'type':'error','error':{'type':'invalid_request_error','message':'no'}}}} | 400 | {\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"no\"}}",
                "{'custom_id':'a','result':{'type':'expired'}} | 500 | {\"error\":{\"message\":\"the batch expired\"}}",
                "{'custom_id':'a','error':'out of memory'} | 500 | out of memory",
            })
    void eachServiceIsUnderstood(String line, int status, String body) {
        assertThat(ResultLine.read(line.replace('\'', '"'))).isEqualTo(new ResultLine("a", status, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1] | a JSON array where one object a line is expected",
                "7 | not a JSON object",
                "{ | an object that goes on over several lines",
                "{'custom_id':'b', | ",
                "{'custom_id':'b','custom_id':'c'} | ",
                "{'response':{'status_code':200,'body':{}}} | has no custom_id",
                "{'custom_id':7,'response':{'status_code':200,'body':{}}} | its custom_id is not a text",
                "{'custom_id':' ','response':{'status_code':200,'body':{}}} | its custom_id is not a text",
                "{'custom_id':'b'} | has neither a response nor an error",
                "{'custom_id':'b','response':null,'error':null} | has neither a response nor an error",
                "{'custom_id':'b','response':'yes'} | has neither a response nor an error",
                "{'custom_id':'b','response':{'status_code':'200','body':{}}} | its status_code is not a whole number",
                "{'custom_id':'b','response':{'status_code':200}} | its response has no body",
                "{'custom_id':'b','result':{'type':'odd'}} | its result is of no known type",
                "{'custom_id':'b','method':'POST','url':'/v1/chat/completions','body':{}} | is a request, not a result",
                "{'id':'batch_1','object':'batch','status':'completed'} | tells how a batch stands, not what it answered",
            })
    void whatIsNoResultIsNamedWithItsLine(String line, String what) throws IOException {
        Path file = folder.resolve("out.jsonl");
        Files.writeString(file, GOOD + "\n\n" + line.replace('\'', '"') + "\n" + GOOD.replace("\"a\"", "\"z\"") + "\n");
        Defect defect = refused(file).get(0);
        assertThat(defect.file()).isEqualTo(file.toString());
        assertThat(defect.line()).isEqualTo(3);
        assertThat(defect.what()).startsWith(what == null ? "" : what);
        assertThat(defect.fix()).isNotBlank();
    }

    @Test
    void whatIsNoFileOfLinesIsNamed() throws IOException {
        Path file = folder.resolve("out.jsonl");
        assertThat(refused(file).get(0).what()).contains("does not exist");
        assertThat(refused(folder).get(0).file()).isEqualTo(folder.toString());
        Files.writeString(file, "\n\n");
        assertThat(refused(file).get(0).what()).isEqualTo("holds no result");
        Files.write(file, new byte[] {0x1F, (byte) 0x8B, 8, 0});
        assertThat(refused(file).get(0).what()).contains("gzip");
        Files.write(file, (GOOD + "\n{\"custom_id\":\"\u00e9\"}\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(file).get(0)).satisfies(defect -> {
            assertThat(defect.what()).isEqualTo("not UTF-8");
            assertThat(defect.line()).isEqualTo(2);
        });
        Files.writeString(file, GOOD + "\n" + GOOD.replace("\"choices\"", "\"\u0000\"") + "\n");
        assertThat(refused(file).get(0).what()).contains("NUL");
    }

    @Test
    void everyMistakeOfEveryFileIsToldAtOnce() throws IOException {
        Path one = folder.resolve("one.jsonl");
        Path two = folder.resolve("two.jsonl");
        Files.writeString(one, "7\n" + GOOD + "\n8\n");
        Files.writeString(two, "9\n".repeat(30));
        assertThat(refused(one, two))
                .hasSize(21)
                .last()
                .satisfies(defect -> assertThat(defect.what()).isEqualTo("and 12 more mistakes"));
    }

    /** The first answer counts; an error only where there is none. */
    @Test
    void anIdThatStandsTwiceIsTakenOnce() throws IOException {
        Path file = folder.resolve("out.jsonl");
        Files.writeString(
                file,
                "{\"custom_id\":\"a\",\"error\":{\"message\":\"late\"}}\n" + GOOD + "\n"
                        + GOOD.replace("choices", "others") + "\n");
        ResultFiles results = ResultFiles.read(List.of(file));
        assertThat(results.size()).isEqualTo(1);
        assertThat(results.doubled()).isEqualTo(2);
    }

    private static List<Defect> refused(Path... files) {
        return catchThrowableOfType(DataException.class, () -> ResultFiles.read(List.of(files)))
                .defects();
    }
}
