package io.tapedeck.redaction.search;

import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of captions, or of a transcript as text, by whose they are as far as it is written, with the lines they stand in. */
final class CaptionWords {
    private static final Pattern TIMES = Pattern.compile(".* --> .*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern VOICE = Pattern.compile("<v ([^>]*)>(.*)");
    private static final Pattern CLOCK = Pattern.compile("^\\[[\\d:]+\\] ");
    private static final Pattern ESCAPED = Pattern.compile("&(amp|lt|gt);");
    private static final Pattern NUMBERED = Pattern.compile("Speaker( \\d+)?");
    private static final Pattern ANOTHER = Pattern.compile(" \\d+$");

    private final List<String> words = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    static List<Found> of(String captions, Transcript transcript) {
        Map<String, CaptionWords> voices = new LinkedHashMap<>();
        var all = captions.lines().toList();
        var voice = "";
        for (int i = 0; i < all.size(); i++) {
            if (isOutside(all, i)) {
                voice = "";
                continue;
            }
            var text = CLOCK.matcher(all.get(i)).replaceFirst("");
            var tagged = VOICE.matcher(text);
            if (tagged.matches()) {
                voice = tagged.group(1);
                text = tagged.group(2);
            }
            voices.computeIfAbsent(voice, each -> new CaptionWords())
                    .add(unescaped(unlabelled(text, transcript)), i + 1);
        }
        return voices.values().stream()
                .map(each -> new Found(SpokenText.of(each.words), each.lines))
                .toList();
    }

    private void add(String text, int line) {
        if (!text.isBlank()) {
            for (var word : Spacing.split(text)) {
                words.add(word);
                lines.add(line);
            }
        }
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> switch (found.group(1)) {
            case "lt" -> "<";
            case "gt" -> ">";
            default -> "&";
        });
    }

    /** Whether nothing is said in it. */
    private static boolean isOutside(List<String> lines, int index) {
        var line = lines.get(index);
        return line.isBlank()
                || line.equals("WEBVTT")
                || TIMES.matcher(line).matches()
                || NUMBER.matcher(line).matches()
                        && index + 1 < lines.size()
                        && TIMES.matcher(lines.get(index + 1)).matches();
    }

    /** Without the name of who speaks in front. */
    private static String unlabelled(String text, Transcript transcript) {
        var end = text.indexOf(": ");
        if (end < 0) {
            return text;
        }
        var label = text.substring(0, end);
        var bare = ANOTHER.matcher(label).replaceFirst("");
        var isLabel = NUMBERED.matcher(label).matches()
                || transcript.speakers().stream()
                        .anyMatch(party -> isOf(party, label) || !bare.isEmpty() && isOf(party, bare));
        return isLabel ? text.substring(end + 2) : text;
    }

    private static boolean isOf(Party party, String label) {
        return party.id().startsWith(label)
                || party.role()
                        .filter(role -> role.regionMatches(true, 0, label, 0, label.length()))
                        .isPresent();
    }

    /**
     * Words of one voice.
     *
     * @param lines by word, from 1
     */
    record Found(SpokenText text, List<Integer> lines) {
        int line(int word) {
            return lines.get(word);
        }
    }
}
