package dev.valuecompass.importing;

import dev.valuecompass.io.Defect;

/** A defect of a publication with the fix that would mend it. */
record PublicationDefect(String what, Fix fix) {
    /** It with its proposed fix, as it is told to a person. */
    Defect defect() {
        String remedy =
                fix.action() == Fix.Action.DROP ? "drop it" : fix.action().word() + " it to '" + fix.after() + "'";
        return new Defect(fix.file(), fix.place() + ": " + what, remedy);
    }
}
