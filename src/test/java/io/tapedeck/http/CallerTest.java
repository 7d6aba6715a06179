package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.SamTemplate;
import io.tapedeck.access.Scope;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void whateverATokensSubjectIsTheLineOfTheLogSaysThatAndNothingElse() throws IOException {
        var api = SamTemplate.map(
                new SamTemplate(Path.of("template.yaml")).section("Resources").get("Api"));
        var settings = SamTemplate.map(SamTemplate.map(api.get("Properties")).get("AccessLogSettings"));
        var format = (String) settings.get("Format");
        for (var subject :
                List.of("ann", "a\",\"tenant\":\"other", "back\\slash", "line\n\u2028\u0000", "größe\uD83D\uDE00")) {
            var caller = new Caller(new TenantId("acme"), new Actor("user:" + subject), Set.of(), false);
            var line = Pattern.compile("\\$context\\.authorizer\\.(\\w+)")
                    .matcher(format)
                    .replaceAll(name ->
                            Matcher.quoteReplacement((String) caller.toContext().get(name.group(1))));

            var read = new ObjectMapper().readTree(line);

            assertThat(read.get("actor").asText()).isEqualTo("user:" + subject);
            assertThat(read.get("tenant").asText()).isEqualTo("acme");
            assertThat(Caller.fromContext(caller.toContext())).contains(caller);
        }
    }

    @Test
    void anEmptyContextNamesNobody() {
        assertThat(Caller.fromContext(Map.of())).isEmpty();
        assertThat(Caller.fromContext(null)).isEmpty();
    }

    @Test
    void whenTheAuthorizerCouldNotFindOutItIsNobodysFault() {
        assertThatThrownBy(() -> Caller.fromContext(
                        Caller.unknownFor(new ProblemException(ProblemType.UNAVAILABLE, "The issuer is away."))))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The issuer is away.")
                .extracting("type")
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void whenItWasTooMuchToFindOutTheCallerIsToTryAgain() {
        var crowd = new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Too many.");

        assertThatThrownBy(() -> Caller.fromContext(Caller.unknownFor(crowd)))
                .isInstanceOf(ProblemException.class)
                .extracting("type")
                .isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    }

    @Test
    void whatIsNoScopeIsLeftOut() {
        assertThat(Caller.scopes("read  READ root admin,write download"))
                .containsExactlyInAnyOrder(Scope.READ, Scope.DOWNLOAD);
    }
}
