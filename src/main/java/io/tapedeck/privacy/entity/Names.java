package io.tapedeck.privacy.entity;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Cues;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.cue.Recogniser;
import io.tapedeck.privacy.lexicon.FirstNames;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds people's names: after "my name is" and its like, in answers to a question for one, after titles, and first names that are listed. */
public final class Names implements Recogniser {
    private final OrdinaryWords ordinary;
    private final FirstNames firstNames;
    private final CueWords asked = new CueWords();
    private final CueWords said = new CueWords();
    private final CueWords titles = new CueWords();

    public Names(OrdinaryWords ordinary, FirstNames firstNames) {
        this.ordinary = ordinary;
        this.firstNames = firstNames;
        asked.strong(
                        Entity.NAME,
                        "name|my name|full name|first name|last name|surname|family name|given name|maiden name|middle name|first and last name"
                                + "|your name|name on the account|name on the card|name on file|who am i speaking with|who am i speaking to"
                                + "|who am i talking to|whom am i speaking with|who do i have the pleasure|whos calling|who is calling|whos this|who is this"
                                + "|cardholder|card holder|account holder|policy holder|beneficiary|addressed to|next of kin|emergency contact|spell your last name|spell that|spell it")
                .notPersonal(
                        "user name|screen name|login name|company name|business name|brand name|domain name|host name|file name|name of the"
                                + "|product name|street name|log in name|sign in name|name brand|account name");
        said.strong(
                Entity.NAME,
                "this is|im|i am|am i speaking with|speaking with|speaking to|speak to|speak with|spoke to|spoke with|spoken to|spoken with|talk to|talk with"
                        + "|talked to|talked with|ask for|asked for|through to|behalf of|call me|named|by the name of|under|under the name|under the name of|made out to|payable to|care of|hi|hello|hey|thanks|thank you|dear"
                        + "|my wife|my husband|my son|my daughter|my mother|my father|my brother|my sister|my mom|my dad|its|yes|sincerely|attention");
        titles.strong(Entity.NAME, "mr|dr|prof|professor|mrs|ms|miss|mister|missus|doctor|sir|madam");
    }

    @Override
    public List<Find> find(Conversation conversation) {
        var name = new NameWords(conversation.isCased(), ordinary, firstNames);
        var finds = new ArrayList<Find>();
        var questions = Cues.of(conversation, asked);
        questions.all().stream()
                .filter(cue -> cue.subject().isPersonal())
                .map(cue -> asked(cue, conversation, name))
                .flatMap(Optional::stream)
                .forEach(finds::add);
        after(conversation, said)
                .forEach(place -> name.afterPhrase(place.line, place.position).ifPresent(finds::add));
        after(conversation, titles)
                .forEach(place -> name.afterTitle(place.line, place.position).ifPresent(finds::add));
        conversation.lines().forEach(line -> finds.addAll(name.listed(line)));
        finds.addAll(new SpelledNames(conversation, questions, firstNames, ordinary).find(finds));
        return finds;
    }

    private static Optional<Find> asked(Cue cue, Conversation conversation, NameWords name) {
        return Answer.to(cue, conversation).stream()
                .map(answer -> name.afterQuestion(answer.line(), answer.position(), answer.isIntroduced()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Place> after(Conversation conversation, CueWords words) {
        var places = new ArrayList<Place>();
        for (var cue : Cues.of(conversation, words).all()) {
            var line = conversation.lineOf(cue.last());
            var next = line.skipFillers(cue.last().position() + 1);
            if (next < line.size() && line.at(next).segment() == cue.last().segment()) {
                places.add(new Place(line, next));
            }
        }
        return places;
    }

    private record Place(Line line, int position) {}
}
