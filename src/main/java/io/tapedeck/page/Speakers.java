package io.tapedeck.page;

import io.tapedeck.json.SharedTranscriptView;
import io.tapedeck.json.SharedTranscriptView.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people call those who speak. */
final class Speakers {
    private static final Pattern COUNTED = Pattern.compile("(ch|spk)_(\\d{1,4})");
    private static final int LANES_WITHOUT_NAMES = 1;

    private Speakers() {}

    /** Of a turn: the role, the name that somebody gave, or both; else a number from 1. */
    static String name(Turn turn) {
        var given = turn.speaker().filter(label -> !COUNTED.matcher(label).matches());
        var role = turn.role().filter(text -> !text.isEmpty()).map(Speakers::capitalized);
        if (role.isPresent() && given.isPresent()) {
            return given.get() + " (" + role.get() + ")";
        }
        return role.or(() -> given)
                .or(() -> turn.speaker().map(Speakers::counted))
                .orElseGet(() ->
                        turn.channel().isPresent() ? channel(turn.channel().getAsInt()) : "Speaker");
    }

    /** Of the waveform's lanes, where there is more than one. */
    static List<String> lanes(int count, Optional<SharedTranscriptView> transcript) {
        return count <= LANES_WITHOUT_NAMES
                ? List.of()
                : IntStream.range(0, count)
                        .mapToObj(lane -> lane(lane, transcript))
                        .toList();
    }

    private static String lane(int lane, Optional<SharedTranscriptView> transcript) {
        var heard = transcript.stream()
                .flatMap(found -> found.segments().stream())
                .filter(turn -> turn.channel().isPresent() && turn.channel().getAsInt() == lane)
                .map(Speakers::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return heard.isEmpty() ? channel(lane) : heard;
    }

    private static String counted(String label) {
        var parts = COUNTED.matcher(label);
        if (!parts.matches()) {
            return label;
        }
        var number = Integer.parseInt(parts.group(2));
        return parts.group(1).equals("ch") ? channel(number) : "Speaker " + (number + 1);
    }

    private static String channel(int channel) {
        return "Channel " + (channel + 1);
    }

    private static String capitalized(String role) {
        var first = role.offsetByCodePoints(0, 1);
        return role.substring(0, first).toUpperCase(Locale.ROOT) + role.substring(first);
    }
}
