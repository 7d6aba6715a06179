package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Turns;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what Contact Lens of Amazon Connect writes of a call: turns, whose participants have their roles elsewhere in the document.
 * Where an agent speaks, the customer and whoever else is called is on the left channel of the recording, and the agent on the right
 * one. Who is on which channel otherwise, Amazon does not say.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/contact-lens-example-output-files.html">Amazon Connect, Example
 *     Contact Lens output files for a call</a>
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/set-up-recordings.html">Amazon Connect, Set up recording</a>
 */
final class ContactLensJson {
    private static final String ENGINE = "amazon-contact-lens";
    private static final String CUSTOMER = "CUSTOMER";
    private static final String AGENT = "AGENT";

    private final JsonSource source;
    private final double duration;
    private final List<ContactLensTurn> turns = new ArrayList<>();
    private final Map<String, String> roles = new HashMap<>();
    private Optional<String> channel = Optional.empty();
    private Optional<String> language = Optional.empty();
    private boolean attended;

    private ContactLensJson(JsonSource source, double duration) {
        this.source = source;
        this.duration = duration;
    }

    /** @see TranscriptReader#read */
    static Transcript read(byte[] document, double duration) {
        try (var source = new JsonSource(document)) {
            return new ContactLensJson(source, duration).read();
        }
    }

    private Transcript read() {
        source.object(this::property);
        if (channel.filter(name -> !name.equals("VOICE")).isPresent()) {
            throw ProblemException.invalid("/Channel", "must be VOICE: what is not spoken has no times in audio");
        }
        attended = turns.stream().anyMatch(turn -> role(turn).equals(AGENT));
        var words = new HeardWords(duration);
        turns.stream()
                .sorted(Comparator.comparingDouble(ContactLensTurn::start))
                .forEach(turn -> turn.addTo(words, voice(turn)));
        var origin = DocumentErrors.make("/LanguageCode", () -> new Origin(ENGINE, Optional.empty(), language));
        return new Transcript(origin, duration, false, WordTimes.ESTIMATED, parties(), Turns.of(words.words()));
    }

    private Voice voice(ContactLensTurn turn) {
        return switch (role(turn)) {
            case CUSTOMER -> attended ? Voice.ofChannel(0) : Voice.UNKNOWN;
            case AGENT -> Voice.ofChannel(1);
            default -> Voice.UNKNOWN;
        };
    }

    private String role(ContactLensTurn turn) {
        return turn.role(roles).orElse("");
    }

    private List<Party> parties() {
        var parties = new LinkedHashSet<Party>();
        for (var turn : turns) {
            var voice = voice(turn);
            voice.speaker()
                    .ifPresent(label -> parties.add(
                            new Party(label, Optional.of(role(turn).toLowerCase(Locale.ROOT)), voice.channel())));
        }
        return List.copyOf(parties);
    }

    private void property(String name) {
        switch (name) {
            case "Channel" -> channel = Optional.of(source.text());
            case "LanguageCode" -> language = Optional.of(source.text());
            case "Participants" -> source.list(_ -> participant());
            case "Transcript" -> source.list(place -> turns.add(new ContactLensTurn(source, place)));
            default -> source.skip();
        }
    }

    private void participant() {
        var known = new HashMap<String, String>();
        source.object(name -> {
            if (name.equals("ParticipantId") || name.equals("ParticipantRole")) {
                known.put(name, source.text());
            } else {
                source.skip();
            }
        });
        if (known.size() == 2) {
            roles.put(known.get("ParticipantId"), known.get("ParticipantRole"));
        }
    }
}
