package io.tapedeck.work;

import io.tapedeck.audio.AudioTask;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.DoubleConsumer;

/** Does with audio what a test says, as an engine outside would have it, and else the work itself. */
public final class ScriptedWork implements Work<AudioTask> {
    private final Queue<Happening> script = new ArrayDeque<>();
    private final Work<AudioTask> work;

    ScriptedWork(Work<AudioTask> work) {
        this.work = work;
    }

    /** What happens instead of the work, or before it. */
    interface Happening {
        /** Empty to go on with the work. */
        Optional<Outcome> happen(DoubleConsumer progress);
    }

    ScriptedWork then(Happening happening) {
        script.add(happening);
        return this;
    }

    /** Goes on outside until the given second. */
    ScriptedWork thenHandOut(Instant until) {
        return then(_ -> Optional.of(new Outcome.Handed(until)));
    }

    @Override
    public Outcome perform(AudioTask task, CallRecording recording, Job job, Path folder, DoubleConsumer progress)
            throws IOException {
        var outcome =
                script.isEmpty() ? Optional.<Outcome>empty() : script.remove().happen(progress);
        return outcome.isPresent() ? outcome.get() : work.perform(task, recording, job, folder, progress);
    }
}
