package io.tapedeck.recording;

/** How much of what was redacted somebody may reach. */
public enum Clearance {
    /** Nothing of what was there before. */
    REDACTED,
    /** What was kept of it. */
    ORIGINAL
}
