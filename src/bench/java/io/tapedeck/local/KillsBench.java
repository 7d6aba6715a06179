package io.tapedeck.local;

import io.tapedeck.bench.Report;
import io.tapedeck.bench.Row;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What of all events arrives at a webhook while the stack is killed 200 times at random moments. */
class KillsBench {
    private static final int KILLS = 200;

    @TempDir
    private Path folder;

    @Test
    void kills(TestInfo test) throws Exception {
        var result = new KillCampaign(folder, new SecureRandom()).run(KILLS);

        var name = "events of %d recordings in %d kills, ".formatted(result.recordings(), result.kills());
        Report.of(test)
                .add(
                        row(name + "lost", result.lost(), result.events()).under(1),
                        row(name + "out of order", result.disordered(), result.events())
                                .under(1),
                        row(name + "that came again", result.duplicates(), result.events()));
    }

    private static Row row(String name, int count, int events) {
        return new Row(name, "events", count, "all that happened", events, 1, "");
    }
}
