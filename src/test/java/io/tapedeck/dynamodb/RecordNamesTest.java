package io.tapedeck.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.access.ApiKey;
import io.tapedeck.json.Json;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordNamesTest {
    private static final String STORED = "{\"start\":1.5,\"note\":\"late\"}";

    @Test
    void whatIsStoredIsNotChangedByANewNameInTheCore() throws Exception {
        var mapper = mapper(
                new RecordNames().of(Meeting.class, "start", "note").renamed(Meeting.class, "start", "beginning"));

        var read = mapper.readValue(STORED, Meeting.class);

        assertThat(read).isEqualTo(new Meeting(1.5, Optional.of("late")));
        assertThat(mapper.writeValueAsString(read)).isEqualTo(STORED);
    }

    @Test
    void aNewNameInTheCoreMustBeSaid() {
        var names = new RecordNames().of(Meeting.class, "start", "note");

        assertThatThrownBy(names::checked)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("Meeting", "beginning", "StoredNames");
    }

    @Test
    void aNewComponentMustBeGivenAName() {
        var names = new RecordNames().of(Meeting.class, "beginning");

        assertThatThrownBy(names::checked)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("Meeting", "note");
    }

    @Test
    void aRecordWithoutNamesIsNotWritten() {
        var mapper = mapper(new RecordNames());

        assertThatThrownBy(() -> mapper.writeValueAsString(new Meeting(1, Optional.empty())))
                .hasStackTraceContaining("has no stored name");
    }

    @Test
    void whatIsStoredIsNotChangedByAComponentThatMovesToAPart() throws Exception {
        var mapper = mapper(new RecordNames()
                .of(Call.class, "id")
                .ofPart(Times.class, "start", "end", "note")
                .renamed(Times.class, "start", "beginning")
                .checked());
        var stored = "{\"id\":\"c\",\"start\":1.5,\"note\":\"late\"}";

        var read = mapper.readValue(stored, Call.class);

        assertThat(read).isEqualTo(new Call("c", new Times(1.5, Optional.empty(), Optional.of("late"))));
        assertThat(mapper.writeValueAsString(read)).isEqualTo(stored);
    }

    @Test
    void whatAPartMayLackTheWholeMayLack() {
        var names = new RecordNames().of(Call.class, "id").ofPart(Times.class, "beginning", "end", "note");

        assertThat(names.optional(Call.class)).containsExactly("end", "note");
    }

    @Test
    void aPartCannotBeStoredUnderANameOfTheWhole() {
        var names = new RecordNames()
                .of(Call.class, "id")
                .ofPart(Times.class, "id", "end", "note")
                .renamed(Times.class, "id", "beginning");

        assertThatThrownBy(names::checked)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("Call", "stored as id");
    }

    @Test
    void everyRecordThatIsPartOfARowHasNames() {
        var names = StoredNames.all();
        var records = new TreeSet<String>();
        for (var kind : Set.of(CallRecording.class, AudioVersion.class, Job.class, ApiKey.class)) {
            walk(kind, names, records);
        }

        assertThat(records).hasSizeGreaterThan(25);
    }

    /** Asking for names fails where there are none. */
    private static void walk(Type type, RecordNames names, Set<String> records) {
        switch (type) {
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> walk(argument, names, records));
            case Class<?> sealed
            when sealed.isSealed() ->
                Arrays.stream(sealed.getPermittedSubclasses()).forEach(kind -> walk(kind, names, records));
            case Class<?> found
            when found.isRecord() && !isText(found) && records.add(found.getName()) ->
                Arrays.stream(found.getRecordComponents())
                        .peek(component -> {
                            if (!names.isPart(component.getType())) {
                                names.name(found, component.getName());
                            }
                        })
                        .map(RecordComponent::getGenericType)
                        .forEach(part -> walk(part, names, records));
            default -> {}
        }
    }

    /** Ids are not taken apart. */
    private static boolean isText(Class<?> type) {
        return type.getPackageName().equals("io.tapedeck.id")
                || Set.of("ObjectKey", "Actor").contains(type.getSimpleName());
    }

    private static ObjectMapper mapper(RecordNames names) {
        return names.mapper(new Json());
    }

    record Meeting(double beginning, Optional<String> note) {}

    record Call(String id, Times times) {}

    record Times(double beginning, Optional<Double> end, Optional<String> note) {}
}
