package io.tapedeck.function.shares;

import io.tapedeck.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells who listens from programs that fetch what a link leads to before anybody has asked for it. */
final class Previews {
    /** What those call themselves who show links in messages, mails and searches, in lower case. Add others here. */
    private static final List<String> AGENTS = List.of(
            "facebookexternalhit",
            "facebot",
            "meta-externalagent",
            "whatsapp",
            "twitterbot",
            "slackbot",
            "slack-imgproxy",
            "discordbot",
            "telegrambot",
            "linkedinbot",
            "skypeuripreview",
            "msteams-preview",
            "mattermost-bot",
            "rocket.chat",
            "redditbot",
            "pinterestbot",
            "viber",
            "vkshare",
            "embedly",
            "iframely",
            "googlebot",
            "google-inspectiontool",
            "googleimageproxy",
            "bingbot",
            "bingpreview",
            "applebot",
            "duckduckbot",
            "yandexbot",
            "yahoomailproxy");

    private Previews() {}

    /** Whether nobody has asked for it yet. */
    static boolean asks(Request request) {
        var isAhead = Stream.of("sec-purpose", "purpose", "x-purpose", "x-moz")
                .flatMap(name -> request.header(name).stream())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(purpose ->
                        purpose.contains("prefetch") || purpose.contains("prerender") || purpose.contains("preview"));
        var agent = request.agent().toLowerCase(Locale.ROOT);
        return isAhead || AGENTS.stream().anyMatch(agent::contains);
    }
}
