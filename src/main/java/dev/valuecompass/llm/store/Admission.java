package dev.valuecompass.llm.store;

/** Says of the rows of one store whether they may enter another. Asked by one thread. */
public interface Admission {
    /** What becomes of a row. */
    enum RowDecision {
        WELCOME,
        /** Of no use any more, for a reason that the store itself knows: it stays outside, and nobody need act. */
        LEFT_OVER,
        /** Nothing that this store ought to hold. */
        FOREIGN
    }

    /** Lets everything in. */
    Admission FREE = new Admission() {
        @Override
        public Ruling of(String digest, String key) {
            return Ruling.WELCOME;
        }

        @Override
        public String name(String digest, String key) {
            return "call " + digest;
        }
    };

    /**
     * A verdict with what there is to say of it.
     *
     * @param what what is wrong, with the model and the item; empty when nothing is
     * @param fix what to do about it
     */
    record Ruling(RowDecision verdict, String what, String fix) {
        public static final Ruling WELCOME = new Ruling(RowDecision.WELCOME, "", "");
        public static final Ruling LEFT_OVER = new Ruling(RowDecision.LEFT_OVER, "", "");

        public static Ruling foreign(String what, String fix) {
            return new Ruling(RowDecision.FOREIGN, what, fix);
        }
    }

    /** @param key of the call in canonical form; empty for a failed call, of which only the digest is kept */
    Ruling of(String digest, String key);

    /** The call as people name it: its model and its item. */
    String name(String digest, String key);
}
