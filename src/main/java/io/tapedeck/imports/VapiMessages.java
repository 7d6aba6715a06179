package io.tapedeck.imports;

import io.tapedeck.audio.Plan;
import io.tapedeck.call.Role;
import io.tapedeck.transcript.Estimate;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What was said, message by message: those of the assistant (the bot) and of the user. What the model was told, and what tools were
 * asked and answered, nobody said.
 */
record VapiMessages(JsonDocument report) {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** Empty where nothing was said, or nobody knows when. */
    Optional<Transcript> transcript() {
        var isNested = report.items("artifact", "messages").findAny().isPresent();
        var messages = isNested ? report.items("artifact", "messages") : report.items("messages");
        var said = messages.flatMap(this::segment).toList();
        return said.isEmpty() ? Optional.empty() : whole(said);
    }

    private static Optional<Transcript> whole(List<Segment> said) {
        var parties = List.of(party(VapiFormat.CUSTOMER, Role.CUSTOMER), party(VapiFormat.ASSISTANT, Role.ASSISTANT));
        var origin = new Origin("vapi", Optional.empty(), Optional.empty());
        try {
            return Optional.of(
                    new Transcript(origin, Plan.LONGEST.toSeconds(), false, WordTimes.ESTIMATED, parties, said));
        } catch (IllegalArgumentException e) {
            // more than any recording holds
            return Optional.empty();
        }
    }

    private static Party party(int channel, Role role) {
        return new Party(
                Voice.ofChannel(channel).speaker().orElseThrow(),
                Optional.of(role.toString()),
                OptionalInt.of(channel));
    }

    private Stream<Segment> segment(JsonDocument message) {
        var channel = switch (message.text("role").orElse("")) {
            case "bot", "assistant" -> OptionalInt.of(VapiFormat.ASSISTANT);
            case "user" -> OptionalInt.of(VapiFormat.CUSTOMER);
            default -> OptionalInt.empty();
        };
        var start = start(message);
        if (channel.isEmpty() || start.isEmpty()) {
            return Stream.empty();
        }
        try {
            var words = Estimate.words(
                    message.text("message").map(VapiMessages::plain).orElse(""),
                    start.get().doubleValue(),
                    start.get().add(length(message)).doubleValue());
            return words.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Segment(Voice.ofChannel(channel.getAsInt()), words));
        } catch (IllegalArgumentException e) {
            // no words that anybody says
            return Stream.empty();
        }
    }

    /** Seconds from the beginning of the recording. */
    private Optional<BigDecimal> start(JsonDocument message) {
        return message.number("secondsFromStart")
                .or(() -> report.time("startedAt")
                        .flatMap(began -> message.number("time")
                                .map(time -> time.subtract(BigDecimal.valueOf(began.toEpochMilli()))
                                        .divide(THOUSAND))))
                .map(BigDecimal.ZERO::max);
    }

    /** Seconds. */
    private static BigDecimal length(JsonDocument message) {
        return message.number("duration")
                .or(() -> message.number("endTime")
                        .flatMap(end -> message.number("time").map(end::subtract)))
                .map(milliseconds -> milliseconds.divide(THOUSAND).max(BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .map(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE
                                ? ' '
                                : character)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
