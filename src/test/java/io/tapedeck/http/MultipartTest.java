package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapedeck.http.Multipart.Part;
import io.tapedeck.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;

/** Bodies of several parts. */
class MultipartTest {
    private static final String TWO = """
            a preamble
            --b-1
            Content-Disposition: form-data; name="request"
            CONTENT-TYPE: application/json; charset=utf-8

            {"a":
            "--b-"}
            --b-1 \t
            content-type: application/rs-metadata+xml
            Content-Transfer-Encoding: 8BIT

            <é/>
            --b-1--
            an epilogue
            --b-1
            """.replace("\n", "\r\n");

    @Example
    void partsAreWhatStandsBetweenBoundaries() {
        var parts = parts("multipart/form-data; charset=utf-8; Boundary=\"b-1\"", TWO);

        assertThat(parts)
                .extracting(Part::contentType)
                .containsExactly("application/json; charset=utf-8", "application/rs-metadata+xml");
        assertThat(parts).extracting(MultipartTest::text).containsExactly("{\"a\":\r\n\"--b-\"}", "<é/>");
        assertThat(parts).extracting(Part::number).containsExactly(1, 2);
        assertThat(parts.getFirst().isOf("Application/JSON")).isTrue();
    }

    @Example
    void aPartThatSaysNothingOfItselfIsPlainText() {
        var parts = parts("multipart/mixed; boundary=b", "--b\r\n\r\nhello\r\n--b\r\n\r\n\r\n--b--");

        assertThat(parts).extracting(Part::contentType).containsOnly("text/plain");
        assertThat(parts).extracting(MultipartTest::text).containsExactly("hello", "");
    }

    @Example
    void whatIsWrongIsSaid() {
        wrong("multipart/mixed", TWO, "must have a boundary");
        wrong("multipart/mixed; boundary=", TWO, "must have a boundary");
        wrong("multipart/mixed; boundary=" + "b".repeat(71), TWO, "must have a boundary");
        wrong("multipart/mixed; boundary=other", TWO, "must have the boundary on a line of its own");
        wrong("multipart/mixed; boundary=b", "--b\r\n\r\nhello", "with two hyphens behind the last");
        wrong("multipart/mixed; boundary=b", "--b\n\nhello\n--b--", "must have the boundary");
        wrong("multipart/mixed; boundary=b", "--b\r\nA: b\r\n--b--", "must have in part 1 headers");
        wrong("multipart/mixed; boundary=b", "--bc\r\n\r\nhello\r\n--b--", "must have in part 1 headers");
        wrong(
                "multipart/mixed; boundary=b",
                "--b\r\n" + "A: b\r\n".repeat(999) + "\r\n\r\n--b--",
                "at most 4096 bytes");
        wrong("multipart/mixed; boundary=b", "--b\r\n\r\n\r\n".repeat(3) + "--b--", "has more than 2 parts");
        wrong(
                "multipart/mixed; boundary=b",
                "--b\r\nContent-Transfer-Encoding: base64\r\n\r\ne30=\r\n--b--",
                "must have part 1 as it is");
    }

    @Property
    void whateverComesIsReadOrRefused(@ForAll @Chars({'-', 'b', '\r', '\n', ':', ' ', 'x'}) String body) {
        try {
            assertThat(parts("multipart/mixed; boundary=b", body)).hasSizeLessThanOrEqualTo(2);
        } catch (ProblemException e) {
            assertThat(e).hasMessageContaining("the body");
        }
    }

    private static List<Part> parts(String contentType, String body) {
        return Multipart.parts(contentType, body.getBytes(StandardCharsets.UTF_8), 2);
    }

    private static String text(Part part) {
        return new String(part.content(), StandardCharsets.UTF_8);
    }

    private static void wrong(String contentType, String body, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> parts(contentType, body))
                .withMessageContaining(why);
    }
}
