package io.tapedeck.analysis;

/** Whether what is said in a call may be shown to engines outside. */
public enum Disclosure {
    /** They may be asked. */
    ALLOWED,
    /** Nothing leaves: what is personal is still in it, and is to be taken out. */
    WITHHELD
}
