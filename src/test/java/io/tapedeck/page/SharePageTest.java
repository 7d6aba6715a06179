package io.tapedeck.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.json.SharedTranscriptView.Turn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharePageTest {
    private static final Pattern ELEMENT = Pattern.compile("<([a-z0-9]+)((?:\\s+[a-zA-Z-]+(?:=\"[^\"]*\")?)*)\\s*/?>");
    private static final Pattern INLINE = Pattern.compile("<style|<script(?![^>]* src)|\\s(style|on\\w+)[\\s>]");
    private static final String STORAGE = "https://bucket.s3.eu-central-1.amazonaws.com";

    private static final SharePage PAGE = new SharePage();

    @Test
    void itIsCompleteWithoutAScript() {
        var html = PAGE.open(Shares.call());

        assertThat(html)
                .contains("<h1 dir=\"auto\">Call of 1 March</h1>", "<span>1:00</span>", "href=\"/download\"")
                .containsPattern("<audio[^>]* controls preload=\"none\" src=\"/audio\"")
                .contains("<time datetime=\"2026-03-08T09:05:00Z\">8 March 2026, 09:05 UTC</time>")
                .contains("<b dir=\"auto\">Customer</b> <time>0:05</time>", "twice as high as all the others")
                .contains("<ol lang=\"en-US\">", "<li dir=\"auto\">Agent</li>");
    }

    @Test
    void whatIsNotSharedLeavesNothingBehind() {
        assertThat(PAGE.open(Shares.silent())).doesNotContain("Transcript", "class=\"download\"", "<!--", "{{");
    }

    @Test
    void itSaysThatNoWordsWereRecognised() {
        assertThat(PAGE.open(Shares.saying()))
                .contains("<h2 id=\"transcript\">Transcript</h2>", "No words were recognised.")
                .doesNotContain("<ol");
    }

    @Test
    void theWaveformHasALaneForEachChannel() {
        var peaks = Pattern.compile("data-peaks=\"\\[\\[([0-9.,]+)],\\[([0-9.,]+)]]\"")
                .matcher(PAGE.open(Shares.call()));

        assertThat(peaks.find()).isTrue();
        assertThat(peaks.group(1).split(",")).hasSize(600).contains("0.01");
        assertThat(peaks.group(2).split(",")).hasSize(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "</title><img src=x onerror=alert(1)>",
                "\" autofocus onfocus=\"alert(1)",
                "' onmouseover='alert(1)",
                "<!-- turn --><!-- /turn -->",
                "{{audio}} {{none}}",
                "&lt;b&gt; &amp; & AT&T",
                "שלום, מה שלומך? مرحبا \u202e reversed",
                "👩‍👩‍👧‍👦 𝔘 ＜script＞",
                "$1 \\1 ${x}"
            })
    void whateverIsSaidStandsThereAsText(String text) {
        for (var html : List.of(
                PAGE.open(Shares.titled(text)),
                PAGE.open(Shares.saying(Shares.turn(text, text))),
                PAGE.open(Shares.linking("/audio?" + text, "/download?" + text)),
                PAGE.sorry(text))) {
            assertThat(elements(html)).isSubsetOf(elements(PAGE.open(Shares.call()) + PAGE.sorry("")));
            assertThat(unescaped(html)).contains(text);
        }
    }

    @Test
    void whatHtmlCannotHoldIsReplaced() {
        assertThat(PAGE.sorry("a\0b\uD800c\u0085d\u001Be")).contains("<h1>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe</h1>");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsInlineAndNothingComesFromElsewhere(String html) {
        assertThat(elements(html)).noneMatch(element -> INLINE.matcher(element).find());
        assertThat(html).doesNotContain("://", "javascript:", "{{", "<!--");
        assertThat(html).contains("<html lang=\"en\">", "name=\"robots\" content=\"noindex\"", "<main", "<h1");
    }

    static List<String> pages() {
        return List.of(
                PAGE.open(Shares.call()),
                PAGE.open(Shares.silent()),
                PAGE.locked(false),
                PAGE.locked(true),
                PAGE.sorry("This recording was deleted."));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whateverItLoadsIsServed(String html) {
        var assets = new Assets();

        assertThat(Pattern.compile("/assets/([^\"]+)").matcher(html).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(assets.find(name)).isPresent());
    }

    @Test
    void thePasswordIsPostedToThePageItself() {
        assertThat(PAGE.locked(false))
                .containsPattern("<form method=\"post\">")
                .containsPattern("<input type=\"password\" id=\"password\" name=\"password\" required")
                .doesNotContain("action=", "wrong");
    }

    @Test
    void aWrongPasswordIsSaidWhereTheFieldIs() {
        assertThat(PAGE.locked(true))
                .containsPattern("<input [^>]*aria-invalid=\"true\" aria-describedby=\"error hint\"")
                .contains("<p id=\"error\" class=\"trouble\">That password is wrong.")
                .containsOnlyOnce("id=\"password\"");
    }

    @Test
    void speakersAreCalledAsPeopleWouldCallThem() {
        assertThat(name("ch_0", "", 0)).isEqualTo("Channel 1");
        assertThat(name("spk_1", "", -1)).isEqualTo("Speaker 2");
        assertThat(name("ch_1", "customer", 1)).isEqualTo("Customer");
        assertThat(name("Anna", "", -1)).isEqualTo("Anna");
        assertThat(name("Anna", "agent", -1)).isEqualTo("Anna (Agent)");
        assertThat(name("", "", 1)).isEqualTo("Channel 2");
        assertThat(name("", "", -1)).isEqualTo("Speaker");
    }

    @Test
    void timesHaveHoursWhereTheAudioHas() {
        assertThat(new Length(59.999).text()).isEqualTo("0:59");
        assertThat(new Length(3599.9).text(61.2)).isEqualTo("1:01");
        assertThat(new Length(3600).text()).isEqualTo("1:00:00");
        assertThat(new Length(7325).text(61)).isEqualTo("0:01:01");
    }

    @Test
    void itsPolicyAllowsWhatItNeedsAndNoMore() {
        assertThat(PAGE.headers(STORAGE))
                .containsEntry(
                        "content-security-policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " media-src 'self' " + STORAGE
                                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .containsEntry("content-type", "text/html; charset=utf-8")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("x-robots-tag", "noindex")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("cache-control", "no-store")
                .doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "https:", "https://a b", "https://a; script-src *", "https://a/path", "javascript:"})
    void noPolicyIsMadeOfWhatIsNoOrigin(String origin) {
        assertThatThrownBy(() -> PAGE.headers(origin)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String name(String speaker, String role, int channel) {
        return Speakers.name(new Turn(
                Optional.of(speaker).filter(label -> !label.isEmpty()),
                Optional.of(role).filter(text -> !text.isEmpty()),
                channel < 0 ? OptionalInt.empty() : OptionalInt.of(channel),
                0,
                1,
                ""));
    }

    /** The elements with their attributes' names; nothing else begins like one. */
    private static List<String> elements(String html) {
        assertThat(ELEMENT.matcher(html).results().count())
                .isEqualTo(Pattern.compile("<[^/!]").matcher(html).results().count());
        return ELEMENT.matcher(html)
                .results()
                .map(MatchResult::group)
                .map(element -> element.replaceAll("=\"[^\"]*\"", ""))
                .distinct()
                .toList();
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
