package io.tapedeck.transcription;

import io.tapedeck.call.Participant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who speaks on which channel, as far as somebody said so. */
public final class Roles {
    private Roles() {}

    /** The roles of participants who are alone on a channel, by channel. */
    public static Map<Integer, String> of(List<Participant> participants) {
        var roles = new HashMap<Integer, String>();
        for (var participant : participants) {
            participant
                    .channel()
                    .filter(channel -> Participant.isAlone(channel, participants))
                    .ifPresent(channel -> participant.role().ifPresent(role -> roles.put(channel, role.toString())));
        }
        return roles;
    }
}
