package dev.valuecompass.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.Attempt.Fate;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes in which an answer stands that is certainly one; single quotes stand for double ones. */
class ReplyShapesTest {
    private static Attempt read(String body) {
        return TestReplies.read(body.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The form of OpenAI, and what servers make of it.
                "{'choices':[{'message':{'role':'assistant','content':'Yes.'},'finish_reason':'stop'}]}",
                "{'choices':[{'delta':{'role':'assistant','content':'Yes.'},'finish_reason':'stop'}]}",
                "{'choices':[{'text':'Yes.','finish_reason':'stop'}]}",
                "{'choices':[{'text':'Yes.','message':null,'finish_reason':'stop'}]}",
                "{'choices':[{'message':'Yes.','finish_reason':'stop'}]}",
                "{'choices':[{'content':'Yes.','finish_reason':'stop'}]}",
                "{'choices':[{'message':{'content':{'text':'Yes.'}},'finish_reason':'stop'}]}",
                "{'choices':[{'message':{'content':{'type':'text','text':'Yes.'}},'finish_reason':'stop'}]}",
                "{'choices':[{'message':{'content':{'parts':[{'text':'Yes.'}]}},'finish_reason':'stop'}]}",
                "{'choices':[{'message':{'content':{'content':'Yes.'}},'finish_reason':'stop'}]}",
                "{'choices':[{'message':{'content':[{'type':'text','text':'Yes'},{'type':'text','text':'.'}]}}]}",
                "{'choices':[{'message':{'content':[{'type':'output_text','text':'Yes.'}]}}]}",
                "{'choices':[{'message':{'content':[{'text':{'value':'Yes.','annotations':[]},'type':'text'}]}}]}",
                "{'choices':[{'message':{'content':['Yes','.']}}]}",
                "{'choices':[{'message':{'content':[[{'text':'Yes.'}]]}}]}",
                "{'choices':[{'message':{'text':'Yes.'},'finish_reason':'stop'}]}",
                "{'choices':[{'message':{'role':'assistant','parts':[{'text':'Yes.'}]},'finish_reason':'stop'}]}",
                "{'choices':[{'message':{'content':'','text':'Yes.'},'finish_reason':'stop'}]}",
                "{'choices':{'message':{'content':'Yes.'},'finish_reason':'stop'}}",
                "{'choices':{'0':{'message':{'content':'Yes.'},'finish_reason':'stop'}}}",
                // Ollama's own.
                "{'model':'l','message':{'role':'assistant','content':'Yes.'},'done':true,'done_reason':'stop','eval_count':3}",
                "{'model':'l','response':'Yes.','done':true,'done_reason':'stop'}",
                // Anthropic's own.
                "{'type':'message','role':'assistant','content':[{'type':'text','text':'Yes.'}],'stop_reason':'end_turn'}",
                "{'type':'completion','completion':'Yes.','stop_reason':'stop_sequence'}",
                // Gemini's and Vertex's own.
                "{'candidates':[{'content':{'role':'model','parts':[{'text':'Yes'},{'text':'.'}]},'finishReason':'STOP'}]}",
                "{'candidates':[{'content':{'parts':[{'text':'hm','thought':true},{'text':'Yes.'}]},'finishReason':'STOP'}]}",
                // The responses API.
                "{'object':'response','status':'completed','error':null,'output':[{'type':'reasoning','summary':[]},"
                        + "{'type':'message','content':[{'type':'output_text','text':'Yes.','annotations':[]}]}]}",
                "{'object':'response','status':'completed','output_text':'Yes.'}",
                // Bedrock, Cohere, DashScope, Baidu, TGI, llama.cpp, watsonx, Titan, Cloudflare.
                "{'output':{'message':{'role':'assistant','content':[{'text':'Yes.'}]}},'stopReason':'end_turn'}",
                "{'message':{'role':'assistant','content':[{'type':'text','text':'Yes.'}]},'finish_reason':'COMPLETE'}",
                "{'text':'Yes.','finish_reason':'COMPLETE','generation_id':'g'}",
                "{'output':{'text':'Yes.','finish_reason':'stop'},'usage':{'input_tokens':9,'output_tokens':3}}",
                "{'output':{'choices':[{'message':{'content':'Yes.'},'finish_reason':'stop'}]},'request_id':'r'}",
                "{'result':'Yes.','is_truncated':false,'need_clear_history':false,'finish_reason':'normal'}",
                "[{'generated_text':'Yes.'}]",
                "{'generated_text':'Yes.','details':{'finish_reason':'eos_token'}}",
                "{'content':'Yes.','stop':true,'stop_type':'eos'}",
                "{'results':[{'generated_text':'Yes.','stop_reason':'eos_token'}]}",
                "{'results':[{'outputText':'Yes.','completionReason':'FINISH'}]}"
            })
    void anAnswerIsReadWhereItStands(String body) {
        ChatResult result = read(body).result();
        assertThat(result.outcome()).as(result.detail()).isEqualTo(Outcome.ANSWERED);
        assertThat(result.text()).isEqualTo("Yes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[{'index':0,'finish_reason':'stop'}]}",
                "{'choices':[{'index':0,'finish_reason':'stop','message':null}]}",
                "{'choices':[{'index':0,'finish_reason':'stop','message':{}}]}",
                "{'choices':[{'index':0,'finish_reason':'stop','utterance':'Yes.'}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','utterance':'Yes.'}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':{'blob':'Yes.'}}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':[{'type':'blob','blob':'Yes.'}]}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':7}}]}"
            })
    void aShapeThatNobodyKnowsIsNoEmptyAnswer(String body) {
        Attempt attempt = read(body);
        assertThat(attempt.result().outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        assertThat(attempt.result().detail()).isEqualTo("the response has no message");
        assertThat(attempt.fate()).isEqualTo(Fate.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':null}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':''}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':[]}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant'}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':'','reasoning_content':'hm'}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'content':[{'type':'thinking','thinking':'hm'}]}}]}",
                "{'choices':[{'finish_reason':'tool_calls','message':{'role':'assistant','tool_calls':[{}]}}]}",
                "{'choices':[{'finish_reason':'stop','text':''}]}",
                "{'message':{'role':'assistant','content':''},'done':true,'done_reason':'stop'}",
                "{'candidates':[{'content':{'role':'model','parts':[]},'finishReason':'STOP'}]}",
                "{'type':'message','role':'assistant','content':[],'stop_reason':'end_turn'}"
            })
    void anAnswerThatIsThereAndHoldsNothingIsEmpty(String body) {
        assertThat(read(body)).matches(a -> a.result().outcome() == Outcome.EMPTY && a.fate() == Fate.FINAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'promptFeedback':{'blockReason':'SAFETY'}}",
                "{'promptFeedback':{'blockReason':'PROHIBITED_CONTENT'},'candidates':[],'usageMetadata':{'promptTokenCount':9}}",
                "{'choices':[],'model':'gemini-2.5-flash','object':'chat.completion'}",
                "{'choices':[],'created':1,'model':'m','object':'chat.completion','usage':{'prompt_tokens':9,'completion_tokens':0,'total_tokens':9}}",
                "{'choices':null,'usage':{'prompt_tokens':9,'total_tokens':9}}",
                "{'candidates':[{'finishReason':'SAFETY','safetyRatings':[{'category':'C','blocked':true}]}]}",
                "{'choices':[{'finish_reason':'content_filter: PROHIBITED_CONTENT','index':0}]}",
                "{'choices':[],'prompt_filter_results':[{'prompt_index':0,'content_filter_results':{'hate':{'filtered':true}}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'content':'x'},'content_filter_results':{'custom_blocklists':[{'id':'b','filtered':true}]}}]}",
                "{'choices':[{'finish_reason':'stop','message':{'content':'x'}}],'output_sensitive':true}",
                "{'result':'x','need_clear_history':true,'finish_reason':'normal'}",
                "{'object':'response','status':'incomplete','incomplete_details':{'reason':'content_filter'},'output':[]}",
                "{'output':{'message':{'content':[{'text':'x'}]}},'stopReason':'guardrail_intervened'}",
                "{'choices':[{'finish_reason':'stop','message':{'content':'x'}}],'amazon-bedrock-guardrailAction':'INTERVENED'}"
            })
    void aFilterReportIsFiltered(String body) {
        assertThat(read(body)).matches(a -> a.result().outcome() == Outcome.FILTERED && a.fate() == Fate.FINAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[]}",
                "{'choices':[],'usage':{'prompt_tokens':9,'completion_tokens':7}}",
                "{'id':'x'}",
                "{'content':'Yes.'}",
                "{'message':'Service is starting'}",
                "{'text':'Please sign in'}"
            })
    void whatIsNoReplyIsNoAnswer(String body) {
        assertThat(read(body))
                .matches(a -> a.result().outcome() == Outcome.PROVIDER_ERROR && a.fate() == Fate.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[{'message':{'content':null,'refusal':'I cannot.'},'finish_reason':'stop'}]}",
                "{'choices':[{'message':{'content':[{'type':'refusal','refusal':'I cannot.'}]},'finish_reason':'stop'}]}",
                "{'object':'response','status':'completed','output':[{'type':'message','content':[{'type':'refusal','refusal':'I cannot.'}]}]}",
                "{'type':'message','content':[{'type':'text','text':'I cannot.'}],'stop_reason':'refusal'}"
            })
    void aRefusalIsReadInEveryShape(String body) {
        assertThat(read(body).result())
                .matches(r -> r.outcome() == Outcome.REFUSED && r.text().equals("I cannot."));
    }

    @Test
    void otherApisCountInTheirOwnWords() {
        assertThat(
                        read("{'candidates':[{'content':{'parts':[{'text':'Yes.'}]},'finishReason':'STOP'}],'modelVersion':'g-1',"
                                        + "'usageMetadata':{'promptTokenCount':9,'candidatesTokenCount':3,'thoughtsTokenCount':4}}")
                                .result())
                .matches(r -> r.usage().equals(new Usage(9, null, 7, 4))
                        && r.modelReported().equals("g-1"));
        assertThat(read("{'message':{'content':'Yes.'},'done':true,'prompt_eval_count':9,'eval_count':3}")
                        .result()
                        .usage())
                .isEqualTo(new Usage(9, null, 3, null));
    }

    /** What was counted, and what is known of the prompt: all of it, its cached part, and nothing where 0 was written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{'prompt_tokens':0,'completion_tokens':3} | - | -",
                "{'prompt_tokens':0,'completion_tokens':3,'prompt_tokens_details':{'cached_tokens':0}} | - | 0",
                "{'prompt_tokens':1000,'prompt_tokens_details':{'cached_tokens':900}} | 1000 | 900",
                "{'prompt_tokens':100,'prompt_tokens_details':{'cached_tokens':900}} | 1000 | 900",
                "{'prompt_tokens':0,'prompt_tokens_details':{'cached_tokens':900}} | 900 | 900",
                "{'prompt_tokens':1000,'prompt_cache_hit_tokens':900,'prompt_cache_miss_tokens':100} | 1000 | 900",
                "{'prompt_tokens':100,'prompt_cache_hit_tokens':900,'prompt_cache_miss_tokens':100} | 1000 | 900",
                "{'prompt_cache_hit_tokens':900,'prompt_cache_miss_tokens':100} | 1000 | 900",
                "{'input_tokens':100,'cache_read_input_tokens':900,'cache_creation_input_tokens':50} | 1050 | 900",
                "{'prompt_tokens':100,'cache_read_input_tokens':900} | 1000 | 900",
                "{'prompt_tokens':100,'cache_creation_input_tokens':900} | 1000 | -",
                "{'prompt_tokens':1000,'cache_read_input_tokens':900} | 1000 | 900",
                "{'prompt_tokens':950,'cache_read_input_tokens':900,'completion_tokens':3,'total_tokens':1853} | 1850 | 900",
                "{'prompt_tokens':950,'cache_read_input_tokens':900,'completion_tokens':3,'total_tokens':953} | 950 | 900",
                "{'input_tokens':1000,'input_tokens_details':{'cached_tokens':900}} | 1000 | 900",
                "{'inputTokens':100,'cacheReadInputTokens':900} | 1000 | 900",
                "{'prompt_tokens':1000,'cached_tokens':900} | 1000 | 900",
                "{'prompt_tokens':1000.0} | 1000 | -",
                "{'prompt_tokens':-5,'prompt_tokens_details':{'cached_tokens':-900}} | - | -",
                "{'prompt_tokens':999999,'prompt_tokens_details':{'cached_tokens':2000000000}} | - | -"
            })
    void cachedPartsBelongToThePrompt(String usage, Integer prompt, Integer cached) {
        Usage read = read("{'choices':[{'message':{'content':'y'}}],'usage':" + usage + "}")
                .result()
                .usage();
        assertThat(read.prompt()).isEqualTo(prompt);
        assertThat(read.cachedPrompt()).isEqualTo(cached);
    }

    /** 20,000 characters are 1,250 tokens at the least. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'prompt_tokens':0} | ANSWERED",
                "{'prompt_tokens':37} | ANSWERED",
                "{'prompt_tokens':37,'prompt_tokens_details':{'cached_tokens':2000}} | ANSWERED",
                "{'prompt_tokens':700,'prompt_cache_hit_tokens':2000,'prompt_cache_miss_tokens':700} | ANSWERED",
                "{'input_tokens':700,'cache_creation_input_tokens':2000} | ANSWERED",
                "{'prompt_tokens':1200} | PROVIDER_ERROR",
                "{'prompt_tokens':1200,'prompt_tokens_details':{'cached_tokens':1100}} | PROVIDER_ERROR",
                "{'prompt_tokens':600} | PROVIDER_ERROR"
            })
    void onlyACountOfAllIsAReasonToSuspectACutPrompt(String usage, Outcome outcome) {
        String body = "{'choices':[{'message':{'content':'yes'}}],'usage':" + usage + "}";
        ReplyReader reader = TestReplies.reader("words and ".repeat(2_000));
        assertThat(reader.read(body.replace('\'', '"')).result().outcome()).isEqualTo(outcome);
    }
}
