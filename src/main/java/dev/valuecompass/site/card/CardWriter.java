package dev.valuecompass.site.card;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.SiteIdentity;
import dev.valuecompass.site.write.OutputTree;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ValueSystem;

/**
 * Writes the cards that previews of links show, and the icons. A card that an earlier rendering drew from the same
 * words is left as it is.
 */
public final class CardWriter {
    private final SiteIdentity publication;
    private final OutputTree tree;
    private final CardPainter painter = new CardPainter();

    public CardWriter(SiteIdentity publication, OutputTree tree) {
        this.publication = publication;
        this.tree = tree;
    }

    /** One for each leaderboard of a period. */
    public void boards(Edition edition) {
        CardTexts texts = texts(edition);
        for (ValueSystem system : edition.valueSystems()) {
            write(CardPlaces.board(edition.places(), system.id()), texts.board(system));
        }
    }

    /**
     * One for each model that no later period drew one for. Pages can name a card only by its absolute address, so that without one
     * they would be drawn for nobody.
     */
    public void models(Edition edition) {
        if (publication.base().isEmpty()) {
            return;
        }
        CardTexts texts = texts(edition);
        for (ModelEntry model : edition.snapshot().models()) {
            String path = CardPlaces.model(edition.places(), model.id());
            if (!tree.has(path)) {
                write(path, texts.model(model));
            }
        }
    }

    /** Writes the icons that browsers and phones look for at the root. */
    public void icons() {
        tree.write("favicon.ico", Icons.ico());
        tree.write("apple-touch-icon.png", Icons.square(180));
    }

    private CardTexts texts(Edition edition) {
        return new CardTexts(edition, publication.title(), painter::covers);
    }

    private void write(String path, Card card) {
        if (!tree.keep(path, card.digest())) {
            tree.write(path, painter.png(card));
        }
    }
}
