package dev.valuecompass.scores.validity;

import java.util.List;

/** What was found out about a frozen period beside it, and which state of the period that is about. */
public interface BesidePeriod {
    /** Of what is computed and of its form. */
    int version();

    String period();

    int revision();

    /** SHA-256 of the checksum file of the period. */
    String frozen();

    /** Whether it is of simulated models. */
    boolean synthetic();

    /** One entry a value system. */
    List<?> systems();
}
