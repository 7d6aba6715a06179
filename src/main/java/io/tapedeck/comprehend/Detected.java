package io.tapedeck.comprehend;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.audio.Entity;
import java.util.ArrayList;
import java.util.List;

/**
 * What Amazon Comprehend takes for personal in a text.
 *
 * @param strength from 0 to 1: how sure the label is
 * @param from the first character, in code points from 0
 * @param to after the last
 */
record Detected(Entity entity, double strength, int from, int to) {
    /** How sure one that knows written texts can be of a call: less than where a phrase of the kind's own stands beside it. */
    private static final double SUREST = 0.8;
    /** Code points. Nobody says one that is longer, and most of a call must not go for one mistake. */
    private static final int LONGEST = 1000;

    /**
     * All of an answer that has a name here.
     *
     * @param length of the text, in code points
     * @throws IllegalArgumentException if that is not what the answer holds
     */
    static List<Detected> read(byte[] body, int length) {
        var entities = StrictJson.tree(body).path("Entities");
        if (!entities.isArray()) {
            throw new IllegalArgumentException("must have Entities");
        }
        var all = new ArrayList<Detected>();
        for (var each : entities) {
            var from = offset(each, "BeginOffset");
            var to = offset(each, "EndOffset");
            if (from < 0 || from >= to || to > length || to - from > LONGEST) {
                throw new IllegalArgumentException("must have entities that lie in the text");
            }
            var strength = Math.min(SUREST, StrictJson.share(each, "Score"));
            PiiTypes.entity(type(each)).ifPresent(entity -> all.add(new Detected(entity, strength, from, to)));
        }
        return List.copyOf(all);
    }

    private static int offset(JsonNode entity, String name) {
        var offset = entity.path(name);
        if (!offset.isInt()) {
            throw new IllegalArgumentException("must have a whole %s".formatted(name));
        }
        return offset.intValue();
    }

    private static String type(JsonNode entity) {
        var type = entity.path("Type");
        if (!type.isTextual()) {
            throw new IllegalArgumentException("must have a Type");
        }
        return type.textValue();
    }
}
