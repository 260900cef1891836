package dev.valuecompass.items.screening;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sentences that speak to the model which reads the item, instead of asking what it thinks: to drop its instructions, to
 * give a certain answer, to be somebody else, to favour somebody. In the languages that models are most often told so.
 */
final class Orders implements Rule {
    /** Where a verb is an imperative and not what somebody in the question does. */
    private static final String TELLS =
            "(?:^|[.!?:;,\"()-] ?|\\b(?:please|and|then|now|instead|just|simply|you must|you should|you will|you have to|must) )";

    private static final String DROP = "(?:ignore|disregard|forget|override|bypass|skip|discard)";
    private static final String SAY = "(?:reply|respond|answer|output|print|return|write|say|type|repeat|state|emit)";

    private static final Rule ENGLISH = Rule.any(
            words(TELLS + DROP
                    + " (?:[\\w']+ ){0,4}(?:above|previous|prior|preceding|earlier|foregoing|below|everything|all"
                    + "|instructions?|prompts?|directions|context|question|guidelines|messages?)\\b"),
            words(
                    "\\b" + DROP + " (?:all |any |of |the |these |those |its |every ){0,3}"
                            + "(?:above|previous|prior|preceding|foregoing|your|my|system|initial|original)(?: \\w+)? (?:instructions?|prompts?|directions|guidelines)\\b"),
            words("\\b" + DROP
                    + " (?:everything|anything|all|the (?:text|words|lines)|what(?:ever)?)(?: that)?(?: is| was| were| came| stands| you were| has been)? "
                    + "(?:above|before this|written|said above|told)\\b|\\b" + DROP + " (?:all )?(?:of )?the above\\b"),
            words("\\b" + SAY
                    + " (?:back )?(?:with )?(?:only|just|exactly|solely|simply|nothing but|nothing except|verbatim) (?:with |by )?"
                    + "(?:saying )?(?:(?:the |a |one )?(?:single |exact |following )?(?:word|words|letter|number|digit|phrase|string|token|sentence)\\b"
                    + "|[\"']|(?:yes|no|true|false|json)\\b(?! or\\b))"),
            words(
                    "\\b(?:reply|respond|answer|output|repeat|echo) (?:with |using )?(?:only |just )?the (?:exact |single |following )?(?:word|words|phrase|string|token|sentence|text)\\b"),
            words(
                    "\\b(?:" + SAY
                            + "|choose|pick|select|vote|mark|click) (?:with )?(?:option )?[\"']?(?:yes|no|true|false|agree|disagree|[abcd1-5])[\"']? ?[:!]"),
            words(
                    TELLS + "(?:(?:always|only|just|simply) )?(?:" + SAY
                            + "|choose|pick|select) (?:with )?(?:only )?[\"']?(?:yes|no|true|false|agree|disagree|option [a-d1-5])\\b[\"']?(?! or\\b|-or\\b)"),
            words(
                    "\\b(?:reply|respond|answer|output) (?:only |just )?(?:in|as) (?:json|xml|html|markdown|base64|code|rhyme|all caps|capitals|upper ?case)\\b"),
            words("\\banswers? ?: ?[\"']?(?:yes|no|true|false)\\b"),
            Pattern.compile("\\b(?i:" + SAY
                    + ")s? (?i:(?:with )?(?:only|just|exactly|nothing but) (?:the )?)[\"']?\\p{Lu}{4,}\\d*\\b"),
            words("\\b" + SAY + "\\b.{1,40}\\b(?:and|but) nothing (?:else|more)\\b"),
            words(
                    "\\b(?:note|message|reminder|instructions?|attention|hint|dear) (?:(?:to|for) )?(?:the |any |all )?(?:ai|language models?|assistants?|graders?|chatbots?|llms?|bots?|reading models?)\\b ?[:,]"),
            words(
                    TELLS
                            + "(?:do not|don't|never) (?:answer|reply|respond)\\b|(?:^|[.:!;] )always (?:agree|answer|say|choose|reply|respond)\\b"),
            words(
                    "^(?:please |now |first,? )?(?:translate|summari[sz]e|write|compose|print|output|repeat|list|rewrite|complete)\\b"),
            words(
                    "\\b(?:repeat|echo|copy|translate) (?:this|these|the above|the following)\\b|[#<\\[|]{2} ?(?:system|user|assistant|instruction|inst)"),
            words(
                    "\\b(?:your|its|the model'?s?|the assistant'?s?) (?:answer|reply|response|output)s? (?:must|should|has to|will|needs to|ought to|is to|shall)\\b"),
            words(
                    "\\b(?:begin|start|end|finish|prefix|open|close) (?:your|its|each|every|the) (?:answer|reply|response|output)s? (?:with|by)\\b"),
            words(
                    "\\bthe (?:only )?(?:correct|right|expected|desired|true) (?:answer|reply|response|verdict) (?:is|to this|here|must|:)"),
            words(
                    "\\byou are (?:now |no longer |henceforth )?(?:an? |the )?(?:\\w+ )?(?:ai|language model|assistant|chatbot|large language|bot|dan|llm|unrestricted|jailbroken)\\b"),
            words(
                    "\\b(?:act|behave|respond|answer|reply|speak) (?:as|like) (?:if you were )?(?:an? |the )?(?:ai|assistant|unrestricted|jailbroken|uncensored|dan|language model|evil)\\b"),
            words(
                    TELLS
                            + "(?:pretend|imagine|assume|roleplay|role-play|simulate) (?:that )?(?:you|to be|being)\\b.{0,40}\\b(?:ai|model|assistant|no (?:rules|limits|restrictions|filters?)|dan)\\b"),
            words(
                    "\\b(?:as an ai|as a language model|as a large language model),? (?:language model,? )?you\\b|\\byou,? as an? (?:ai|language model|assistant|chatbot)\\b"),
            words(
                    "\\b(?:system|developer|hidden|initial|secret) (?:prompt|message)\\b|\\bdeveloper mode\\b|\\bdo anything now\\b|\\bprompt injection\\b"),
            words(
                    "\\b(?:new|updated|real|actual|further) (?:instruction|task|order|command|directive)s? ?:|\\b(?:begin|end) of (?:the )?(?:prompt|instructions?|system|context)\\b"),
            words(
                    TELLS
                            + "(?:follow|obey|execute|carry out) (?:these|the following|my|the above|this|only) (?:instruction|command|order|step|direction|rule)s?\\b"),
            words(
                    "\\b(?:reveal|print|show|repeat|output|leak|disclose) (?:me )?(?:your|the) (?:system |hidden |secret |full )?(?:instructions|prompt|rules|guidelines|api key|training data)\\b"),
            words(
                    "\\b(?:stance|assistant) ?:|\\bverdict [0-9a-f]{6,}|(?:^|[.?!] )(?:system|user|human|answer|response|output|instructions?|circumstances|advice|question|story|verdict) ?:"),
            words(
                    "\\b(?:model|ai|assistant|chatbot|system|reader|bot|llm|grader|evaluator|you)s? (?:that|who|which|when you)? ?(?:is |are )?(?:read|reads|reading|sees|seeing|processes|processing) (?:this|these|the above)\\b"),
            words("\\b(?:this|the above|the following) (?:prompt|instruction)s?\\b"),
            words(
                    "\\b(?:rate|score|grade|rank) (?:this|these|it|the above|me|mine|us)\\b.{0,40}(?:\\d|highest|first|top|best|maximum|full)"),
            words("\\bgive (?:this|it|me|us) (?:an? |the )?(?:\\w+ )?(?:score|rating|rank|mark|grade|label)\\b"),
            words(
                    "\\b(?:stop|cease|refrain from|do not|don't|never) (?:answering|reasoning|evaluating|reading (?:this|the))\\b"));

    private static final Rule OTHERS = Rule.any(
            words(
                    "\\b(?:ignorier\\w*|vergiss|vergesst|missachte\\w*)\\b.{0,40}(?:anweisung|vorherig|obig|bisherig|oben|alles)"),
            words("\\b(?:antworte|antworten sie|schreib\\w*|sag\\w*) (?:nur|ausschlie(?:ß|ss)lich|einfach|mit) "),
            words(
                    "\\b(?:ignora\\w*|olvida\\w*)\\b.{0,40}(?:instrucci|anterior|arriba|todo|instru[cç][oõ]|istruzion|precedent)"),
            words(
                    "\\b(?:responde|responda|contesta|rispondi|risponda) (?:s[oó]lo|solamente|[uú]nicamente|apenas|solo|somente|con|com)\\b"),
            words(
                    "\\b(?:ignore[zr]?|oublie[zr]?)\\b.{0,40}(?:pr[eé]c[eé]dent|ci-dessus|instructions|consignes|instru[cç][oõ]es|anteriores)"),
            words("\\br[eé]pon(?:s|d|ds|dez) (?:uniquement|seulement|simplement|par)\\b"),
            words(
                    "\\b(?:negeer|vergeet)\\b.{0,40}(?:instructie|bovenstaande|alles)|\\bantwoord (?:alleen|uitsluitend|met)\\b"),
            words(
                    "(?:игнорируй|забудь|не обращай внимания на).{0,40}(?:инструкци|предыдущ|выше|вс[её])|(?:отвечай|ответь|напиши) (?:только|словом)"),
            words(
                    "(?:忽略|无视|忘记|忘掉).{0,12}(?:指令|指示|提示|上述|以上|之前|前面)|(?:只|仅)(?:需)?(?:回答|回复|输出)|请(?:直接)?(?:回答|回复|输出)[\"“「]"),
            words("(?:上記|以前|前|これまで).{0,8}(?:指示|命令|内容).{0,4}(?:無視|忘れ)|とだけ(?:答え|回答|返)"),
            words("(?:위|이전|앞).{0,10}(?:지시|명령).{0,6}무시|라고만 (?:답|대답)"),
            words(
                    "تجاهل.{0,20}(?:التعليمات|السابق|أعلاه)|أجب فقط|(?:पिछले|उपरोक्त).{0,20}निर्देश.{0,20}(?:अनदेखा|भूल)"));

    private static Pattern words(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public Optional<String> find(String text) {
        return ENGLISH.find(text).or(() -> OTHERS.find(text));
    }
}
