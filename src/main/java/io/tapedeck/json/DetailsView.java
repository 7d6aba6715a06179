package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.call.Role;
import io.tapedeck.call.Speaker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the caller said of a recording, with what the audio tells of the participants. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DetailsView(
        Optional<Reference> call,
        Optional<Reference> assistant,
        Optional<PhoneNumber> phoneNumber,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        List<ParticipantView> participants,
        List<String> tags,
        Optional<JsonNode> metadata,
        List<String> derivedFrom) {

    /** A participant and their speech. */
    public record ParticipantView(
            Optional<String> id,
            Optional<String> name,
            Optional<Role> role,
            Optional<Integer> channel,
            Optional<String> speaker,
            Optional<Double> speakingTime) {

        static ParticipantView of(Speaker speaker) {
            var participant = speaker.participant();
            return new ParticipantView(
                    participant.id(),
                    participant.name(),
                    participant.role(),
                    participant.channel(),
                    speaker.label(),
                    speaker.speakingTime());
        }
    }
}
