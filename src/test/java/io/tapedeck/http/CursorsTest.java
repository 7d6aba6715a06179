package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tapedeck.id.TenantId;
import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private final Cursors cursors = new Cursors(new Seal(List.of("secret"), new SecureRandom()));

    @Test
    void aCursorLeadsBackToItsPlace() {
        assertThat(cursors.read(ACME, "list", Optional.of(cursors.write(ACME, "list", "place"))))
                .contains("place");
        assertThat(cursors.read(ACME, "list", Optional.empty())).isEmpty();
    }

    @Test
    void aCursorIsGoodForItsTenantAndItsListOnly() {
        var cursor = cursors.write(ACME, "list", "place");

        refused(OTHER, "list", cursor);
        refused(ACME, "other list", cursor);
        refused(new TenantId("acm"), "e\nlist", cursor);
        refused(ACME, "list", "place");
    }

    private void refused(TenantId tenant, String list, String cursor) {
        var problem =
                catchThrowableOfType(ProblemException.class, () -> cursors.read(tenant, list, Optional.of(cursor)));
        assertThat(problem.errors()).extracting(FieldError::field).containsExactly("cursor");
    }
}
