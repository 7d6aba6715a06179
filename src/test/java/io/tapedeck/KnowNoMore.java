package io.tapedeck;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a class imports what the line of its room lets it; if not, what to do instead. */
final class KnowNoMore extends ArchCondition<JavaClass> {
    private final Map<String, Room> rooms;

    KnowNoMore(List<Room> rooms) {
        super("know no more than the line of their room says");
        this.rooms = rooms.stream().collect(Collectors.toMap(Room::name, Function.identity()));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var room = rooms.get(Room.of(type.getPackageName()));
        if (room == null) {
            events.add(SimpleConditionEvent.violated(type, """
                    %s is in a room without a line: give %s one in ArchitectureTest, between the rooms that it may know and \
                    those that may know it, or put the class into a room that there is""".formatted(type.getName(), type.getPackageName())));
            return;
        }
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !mayKnow(room, dependency))
                .forEach(dependency -> events.add(
                        SimpleConditionEvent.violated(type, dependency.getDescription() + advice(room, dependency))));
    }

    private static boolean mayKnow(Room room, Dependency dependency) {
        var target = dependency.getTargetClass().getBaseComponentType();
        return target.isPrimitive() || room.mayKnow(target.getPackageName());
    }

    private static String advice(Room room, Dependency dependency) {
        var wanted = dependency.getTargetClass().getBaseComponentType().getPackageName();
        return """

                    %s may know %s and %s. Instead of importing %s: if the class does not need what else its room is for, move it \
                to a room that may; if both rooms need the same thing, move that into the first room of the core that both know; \
                if it is a technology, ask for a port of the core, which an adapter implements and runtime hands in.""".formatted(room.name(), room.rooms(), room.libraries(), wanted);
    }
}
