package io.tapedeck;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Whether a record can still be read at a glance. */
final class HoldFewComponents extends ArchCondition<JavaClass> {
    private static final int MOST = 12;

    HoldFewComponents() {
        super("hold %d components at most".formatted(MOST));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var count = type.reflect().getRecordComponents().length;
        if (count > MOST) {
            events.add(SimpleConditionEvent.violated(
                    type, "%s has %d components: part it into records by meaning".formatted(type.getName(), count)));
        }
    }
}
