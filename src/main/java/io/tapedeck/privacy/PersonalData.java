package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Recogniser;
import io.tapedeck.privacy.entity.Addresses;
import io.tapedeck.privacy.entity.IpAddresses;
import io.tapedeck.privacy.entity.Logins;
import io.tapedeck.privacy.entity.Names;
import io.tapedeck.privacy.entity.NetworkNames;
import io.tapedeck.privacy.lexicon.FirstNames;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import io.tapedeck.privacy.number.NumberRecogniser;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.transcript.Transcript;
import java.util.List;
import java.util.Set;

/** Finds personal data in what people say. Made once, it may be asked from any thread. */
public final class PersonalData {
    private final List<Recogniser> recognisers;

    /**
     * Where telephone numbers are those of a region.
     *
     * @param region whose telephone numbers are said without a country, as "US"
     * @throws IllegalArgumentException if it has none
     */
    public PersonalData(String region) {
        var ordinary = new OrdinaryWords();
        recognisers = List.of(
                new NumberRecogniser(region),
                new NetworkNames(),
                new IpAddresses(),
                new Logins(ordinary),
                new Addresses(),
                new Names(ordinary, new FirstNames(ordinary)));
    }

    /** Where a transcript says something of these kinds, in the order of its segments and words. No two spans share a word. */
    public List<Span> find(Transcript transcript, Set<Entity> entities) {
        return find(transcript, entities, List.of());
    }

    /**
     * The same together with what somebody else found there.
     *
     * @param others of these kinds, in any order; they may share words
     */
    public List<Span> find(Transcript transcript, Set<Entity> entities, List<Span> others) {
        var conversation = Conversation.of(transcript);
        var finds = recognisers.stream()
                .flatMap(recogniser -> recogniser.find(conversation).stream())
                .filter(find -> entities.contains(find.entity()))
                .toList();
        return new Resolution(transcript).spans(finds, others);
    }
}
