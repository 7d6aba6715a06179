package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.Scope;
import io.tapedeck.recording.TenantId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
    @Test
    void aCallerComesThroughTheGatewayAsItWas() {
        var caller = new Caller(new TenantId("acme"), new Actor("user:ann"), Set.of(Scope.READ, Scope.DELETE), true);

        assertThat(caller.toContext())
                .allSatisfy((name, value) -> assertThat(value).isInstanceOf(String.class));
        assertThat(Caller.fromContext(caller.toContext())).contains(caller);
    }

    @Test
    void aCallerWithoutScopesComesThroughToo() {
        var caller = new Caller(new TenantId("acme"), new Actor("user:ann"), Set.of(), false);

        assertThat(Caller.fromContext(caller.toContext())).contains(caller);
    }

    @Test
    void anEmptyContextNamesNobody() {
        assertThat(Caller.fromContext(Map.of())).isEmpty();
        assertThat(Caller.fromContext(null)).isEmpty();
    }

    @Test
    void whenTheAuthorizerCouldNotFindOutItIsNobodysFault() {
        assertThatThrownBy(() -> Caller.fromContext(Caller.unknownFor("The issuer is away.")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The issuer is away.")
                .extracting("type")
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void whatIsNoScopeIsLeftOut() {
        assertThat(Caller.scopes("read  READ root admin,write download"))
                .containsExactlyInAnyOrder(Scope.READ, Scope.DOWNLOAD);
    }
}
