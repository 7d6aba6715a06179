package io.tapedeck.transcript.caption;

import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What people are called in captions: by their role, else by the name that the transcript has, else by number. */
final class SpeakerNames {
    private static final int LONGEST = 20;
    private static final Pattern NUMBERED = Pattern.compile("(ch|spk)_\\d+");
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private record Key(String id, OptionalInt channel) {}

    private final Map<Key, String> names = new HashMap<>();

    SpeakerNames(Transcript transcript) {
        var parties = transcript.speakers();
        var isAlone = parties.size() == 1
                && transcript.segments().stream()
                        .noneMatch(each -> each.voice().speaker().isEmpty());
        var taken = new HashSet<String>();
        for (int i = 0; i < parties.size(); i++) {
            var party = parties.get(i);
            if (!isAlone || party.role().isPresent() || !isNumbered(party)) {
                names.put(new Key(party.id(), party.channel()), unique(name(party, i), taken));
            }
        }
    }

    /** Empty where nobody knows who speaks, or nobody else does. */
    Optional<String> of(Voice voice) {
        return voice.speaker().map(id -> names.get(new Key(id, voice.channel())));
    }

    private static String name(Party party, int index) {
        if (party.role().isPresent()) {
            return shortened(capitalised(party.role().get()));
        }
        return isNumbered(party) ? "Speaker " + (index + 1) : shortened(party.id());
    }

    private static boolean isNumbered(Party party) {
        return NUMBERED.matcher(party.id()).matches();
    }

    private static String unique(String name, HashSet<String> taken) {
        var unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + " " + i;
        }
        return unique;
    }

    private static String capitalised(String text) {
        var first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    private static String shortened(String text) {
        var name = new StringBuilder();
        for (var cluster : clusters(text)) {
            if (name.length() + cluster.length() > LONGEST) {
                break;
            }
            name.append(cluster);
        }
        return name.isEmpty() ? "Speaker" : name.toString().strip();
    }

    private static List<String> clusters(String text) {
        return CLUSTER.matcher(text).results().map(found -> found.group()).toList();
    }
}
