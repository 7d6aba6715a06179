package io.tapedeck.redaction;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Analysis;
import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.recording.Details;
import io.tapedeck.redaction.search.FoundValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caller says of a recording, which is theirs: nobody takes anything out of it.
 *
 * @param categories that the call was last sorted into, which its analytics name
 */
public record CallerData(Details details, List<Analysis.Category> categories) {
    public CallerData {
        requireNonNull(details);
        categories = List.copyOf(categories);
    }

    /** Where something of it says what was found in the transcript, as JSON pointers such as {@code /metadata/order/card}. */
    public List<String> pointers(FoundValues values) {
        var pointers = new ArrayList<String>();
        details.metadata()
                .map(json -> values.inForeign(json.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(found -> found.forEach(each -> pointers.add("/metadata" + speakable(each, values))));
        for (int i = 0; i < details.tags().size(); i++) {
            if (values.isIn(details.tags().get(i))) {
                pointers.add("/tags/" + i);
            }
        }
        for (int i = 0; i < details.participants().size(); i++) {
            add(pointers, "/participants/" + i, details.participants().get(i), values);
        }
        for (int i = 0; i < categories.size(); i++) {
            var place = "/analytics/categories/" + i;
            add(pointers, place + "/name", Optional.of(categories.get(i).name()), values);
            if (categories.get(i).phrases().stream().anyMatch(values::isIn)) {
                pointers.add(place + "/phrases");
            }
        }
        details.call().ifPresent(call -> add(pointers, "/call", call, values));
        details.assistant().ifPresent(assistant -> add(pointers, "/assistant", assistant, values));
        add(pointers, "/phoneNumber/id", details.phoneNumber().flatMap(PhoneNumber::id), values);
        add(pointers, "/phoneNumber/number", details.phoneNumber().flatMap(PhoneNumber::number), values);
        add(pointers, "/phoneNumber/name", details.phoneNumber().flatMap(PhoneNumber::name), values);
        return pointers.stream().distinct().toList();
    }

    /** The pointer up to a property whose name says what was found. */
    private static String speakable(String pointer, FoundValues values) {
        var shown = new StringBuilder();
        for (var name : pointer.substring(1).split("/", -1)) {
            if (values.isIn(name.replace("~1", "/").replace("~0", "~"))) {
                break;
            }
            shown.append('/').append(name);
        }
        return shown.toString();
    }

    private static void add(List<String> pointers, String place, Reference reference, FoundValues values) {
        add(pointers, place + "/id", Optional.of(reference.id()), values);
        add(pointers, place + "/name", reference.name(), values);
    }

    private static void add(List<String> pointers, String place, Participant participant, FoundValues values) {
        add(pointers, place + "/id", participant.id(), values);
        add(pointers, place + "/name", participant.name(), values);
    }

    private static void add(List<String> pointers, String place, Optional<String> text, FoundValues values) {
        if (text.filter(values::isIn).isPresent()) {
            pointers.add(place);
        }
    }
}
