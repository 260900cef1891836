package dev.valuecompass.site.write;

import gg.jte.html.OwaspHtmlTemplateOutput;
import java.nio.charset.StandardCharsets;

/**
 * Escapes as jte does, and asks jte wherever there may be something to escape. Most texts are figures, names and relative links,
 * and have no character that could matter: they are looked at once and written as they are.
 */
final class EscapedOutput extends OwaspHtmlTemplateOutput {
    private static final int BODY = 1;
    private static final int ATTRIBUTE = 2;
    /** In front of it may stand what a link must not begin with. */
    private static final int LINK = 4;
    /** Everything is jte's to decide. */
    private static final int NEVER = 8;

    /** By ASCII character, where it matters. */
    private static final byte[] MATTERS = new byte[128];

    static {
        MATTERS['&'] = BODY | ATTRIBUTE;
        MATTERS['<'] = BODY | ATTRIBUTE;
        MATTERS['>'] = BODY | ATTRIBUTE;
        MATTERS['"'] = ATTRIBUTE;
        MATTERS['\''] = ATTRIBUTE;
        MATTERS[':'] = LINK;
    }

    private final PageBytes page;
    private int place = BODY;

    EscapedOutput(PageBytes page) {
        super(page);
        this.page = page;
    }

    @Override
    public void setContext(String tag, String attribute) {
        super.setContext(tag, attribute);
        if (attribute == null) {
            place = "script".equals(tag) ? NEVER : BODY;
        } else if (attribute.startsWith("on")) {
            place = NEVER;
        } else {
            place = attribute.equals("href") ? ATTRIBUTE | LINK : ATTRIBUTE;
        }
    }

    @Override
    public void writeUserContent(String text) {
        if (text == null) {
            return;
        }
        if (place != NEVER) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (isPlain(bytes)) {
                page.writeBinaryContent(bytes);
                return;
            }
        }
        super.writeUserContent(text);
    }

    /** Bytes of other characters than ASCII are negative. */
    private boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && (MATTERS[b] & place) != 0) {
                return false;
            }
        }
        return true;
    }
}
