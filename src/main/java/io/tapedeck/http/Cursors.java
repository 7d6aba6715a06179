package io.tapedeck.http;

import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import java.util.Optional;

/** Cursors of lists: signed, and good only for the tenant and the list that they were made for. */
public final class Cursors {
    private static final String PURPOSE = "cursor";

    private final Seal seal;

    public Cursors(Seal seal) {
        this.seal = seal;
    }

    /** @param list what is listed, and by which conditions */
    public String write(TenantId tenant, String list, String position) {
        return seal.sign(purpose(tenant, list), position);
    }

    /**
     * The position that a cursor stands for.
     *
     * @throws ProblemException invalid-request for a cursor of another list or none
     */
    public Optional<String> read(TenantId tenant, String list, Optional<String> cursor) {
        return cursor.map(text -> seal.verify(purpose(tenant, list), text)
                .orElseThrow(() -> ProblemException.invalid(
                        "cursor", "must be the next of an earlier page of this list with the same filters")));
    }

    private static String purpose(TenantId tenant, String list) {
        return PURPOSE + "\n" + tenant + "\n" + list;
    }
}
