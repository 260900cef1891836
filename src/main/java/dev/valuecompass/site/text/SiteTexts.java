package dev.valuecompass.site.text;

/**
 * What a leaderboard says of itself today, on the pages of every period; each may be empty.
 *
 * @param title its name; empty for that of the newest period that it evaluated itself
 * @param tagline one sentence about it
 * @param publisher who is responsible for it
 * @param contact an e-mail address or a web address for those who find a mistake
 * @param basedOn what it was forked from
 */
public record SiteTexts(String title, String tagline, String publisher, String contact, String basedOn) {
    /** A leaderboard that says nothing of itself. */
    public static final SiteTexts NONE = new SiteTexts("", "", "", "", "");

    /** Makes each fit for one line of text. */
    public SiteTexts {
        title = HostileText.line(title);
        tagline = HostileText.line(tagline);
        publisher = HostileText.line(publisher);
        contact = HostileText.line(contact);
        basedOn = HostileText.line(basedOn);
    }

    /** The same under this name, unless it has one. */
    public SiteTexts orTitle(String other) {
        return title.isEmpty() ? new SiteTexts(other, tagline, publisher, contact, basedOn) : this;
    }

    /** Where a mistake can be reported, as a link; empty where nobody says. */
    public String contactLink() {
        return contact.contains("@") && !contact.contains("/") ? "mailto:" + contact : contact;
    }
}
