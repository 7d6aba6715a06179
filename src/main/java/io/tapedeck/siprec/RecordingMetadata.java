package io.tapedeck.siprec;

import static io.tapedeck.siprec.MetadataXml.wrong;

import io.tapedeck.call.Participant;
import io.tapedeck.call.Reference;
import io.tapedeck.id.Seconds;
import io.tapedeck.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the metadata of a session recording client, {@code rs-metadata} of RFC 7865. */
public final class RecordingMetadata {
    private static final int LONGEST = 256;
    private static final int MOST_PARTICIPANTS = 64;

    private RecordingMetadata() {}

    /**
     * The call that a complete document is about. Where it has several sessions, as a call has that was handed on, the first
     * names it, and its times are from the first start to the last end.
     *
     * @throws ProblemException invalid-request if it is no such document, or has no session
     */
    public static RecordedCall read(String document) {
        var root = MetadataXml.read(document);
        checkComplete(root);
        var session = root.first("session").orElseThrow(() -> wrong("must have a session"));
        var start = start(root);
        var end = end(root);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw wrong("must not have a session that stops before it starts");
        }
        return new RecordedCall(new Reference(callId(session), Optional.empty()), start, end, participants(root));
    }

    private static void checkComplete(Element root) {
        var mode = root.first("datamode").or(() -> root.first("dataMode")).flatMap(Element::text);
        if (mode.filter(text -> !text.equalsIgnoreCase("complete")).isPresent()) {
            throw wrong("must have the datamode complete; another tells only what has changed since");
        }
    }

    /** The identifier that all parties of the call know, RFC 7989, rather than the recording client's own. */
    private static String callId(Element session) {
        return session.first("sipSessionID")
                .flatMap(Element::text)
                .map(text -> text.split(";", 2)[0].strip())
                .filter(text -> !text.isEmpty())
                .or(() -> session.attribute("session_id"))
                .map(id -> bounded(id, session))
                .orElseThrow(() -> wrong("must have a session_id in the session at line " + session.line()));
    }

    private static Optional<Instant> start(Element root) {
        return times(root.all("session"), "start-time")
                .min(Instant::compareTo)
                .or(() -> times(associations(root), "associate-time").min(Instant::compareTo));
    }

    /** When the last session stopped, or where none says so, when the last participant left it. */
    private static Optional<Instant> end(Element root) {
        if (root.all("session").allMatch(session -> session.first("stop-time").isPresent())) {
            return times(root.all("session"), "stop-time").max(Instant::compareTo);
        }
        return associations(root)
                        .allMatch(each -> each.first("disassociate-time").isPresent())
                ? times(associations(root), "disassociate-time").max(Instant::compareTo)
                : Optional.empty();
    }

    private static Stream<Element> associations(Element root) {
        return root.all("participantsessionassoc");
    }

    private static Stream<Instant> times(Stream<Element> elements, String name) {
        return elements.flatMap(element -> element.first(name).stream()).map(RecordingMetadata::time);
    }

    private static Instant time(Element element) {
        try {
            var time =
                    Seconds.of(OffsetDateTime.parse(element.text().orElse("")).toInstant());
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(Seconds.LAST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // as if it were out of range
        }
        throw wrong("must have in the %s at line %d a time since 1970 with its zone, such as 2026-03-01T09:30:00Z"
                .formatted(element.name(), element.line()));
    }

    private static List<Participant> participants(Element root) {
        var all = root.all("participant").toList();
        if (all.size() > MOST_PARTICIPANTS) {
            throw wrong("must have at most " + MOST_PARTICIPANTS + " participants");
        }
        var streams = Streams.of(root);
        return all.stream().map(each -> participant(each, streams)).toList();
    }

    private static Participant participant(Element participant, Streams streams) {
        var known = participant.first("nameID");
        return new Participant(
                known.flatMap(name -> name.attribute("aor"))
                        .or(() -> participant.attribute("participant_id"))
                        .map(id -> bounded(id, participant)),
                known.flatMap(name -> name.first("name"))
                        .flatMap(Element::text)
                        .map(name -> bounded(name, participant)),
                Optional.empty(),
                participant.attribute("participant_id").flatMap(streams::channel));
    }

    private static String bounded(String text, Element element) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw wrong("must have names of at most %d characters in the %s at line %d"
                    .formatted(LONGEST, element.name(), element.line()));
        }
        return text;
    }
}
