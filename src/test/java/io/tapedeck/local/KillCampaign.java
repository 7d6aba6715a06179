package io.tapedeck.local;

import io.tapedeck.SampleAudio;
import io.tapedeck.webhook.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Kills the stack again and again at random moments of mixed work, and now and then the receiver of its events, and then compares what
 * arrived with what happened.
 */
final class KillCampaign {
    /** Who was away twice is tried again after five minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Between two kills, at most. */
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(3);

    private static final int KILLS_A_RECEIVER = 10;
    private static final int WORKERS = 2;
    private static final String TOLD_BESIDE = "recording.downloaded";

    private final Path folder;
    private final RandomGenerator random;
    private final ConcurrentLinkedQueue<String> created = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    /**
     * @param folder for all that it keeps
     * @param random says when and what
     */
    KillCampaign(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    /**
     * What came of it.
     *
     * @param events that happened
     * @param lost of those, how many never arrived
     * @param disordered how many arrived for the first time after one that followed them; a download is logged beside all else and has no
     *     place in that
     * @param duplicates how many arrived more than once, counted each time but the first
     */
    record Result(int kills, int recordings, int events, int lost, int disordered, int duplicates) {}

    Result run(int kills) throws Exception {
        var audio = Files.write(folder.resolve("audio.wav"), SampleAudio.DIALOGUE_WAV.bytes());
        var settings = Map.of("ALLOW_PRIVATE_TARGETS", "true", "SWEEP_EVERY", "5s");
        try (var stack = new StackProcess(folder.resolve("data"), settings);
                var receiver = new Receiver()) {
            stack.start();
            stack.request()
                    .contentType("application/json")
                    .body(Map.of("url", receiver.url()))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201);
            var workers = new ArrayList<Thread>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(Thread.ofPlatform().start(() -> work(stack, audio)));
            }
            killAll(kills, stack, receiver);
            isOver.set(true);
            for (var worker : workers) {
                worker.join();
            }
            return compare(kills, stack, receiver);
        }
    }

    private void killAll(int kills, StackProcess stack, Receiver receiver) throws Exception {
        for (int i = 1; i <= kills; i++) {
            Thread.sleep(random.nextLong(LONGEST_LIFE.toMillis()));
            var isReceiversTurn = i % KILLS_A_RECEIVER == 0;
            if (isReceiversTurn) {
                receiver.close();
            }
            stack.kill();
            stack.start();
            if (isReceiversTurn) {
                receiver.reopen();
            }
        }
    }

    /** Whatever is under way when the stack is killed fails, and is not done again. */
    private void work(StackProcess stack, Path audio) {
        var choice = new Random(random.nextLong());
        while (!isOver.get()) {
            try {
                step(stack, audio, choice);
            } catch (Exception killed) {
                pause();
            }
        }
    }

    private void step(StackProcess stack, Path audio, RandomGenerator choice) throws IOException {
        var known = List.copyOf(created);
        if (known.isEmpty() || choice.nextInt(4) == 0) {
            var answer = stack.request().post("/v1/recordings");
            created.add(answer.path("id"));
            stack.put(answer.path("upload.url"), audio);
            return;
        }
        var path = "/v1/recordings/" + known.get(choice.nextInt(known.size()));
        switch (choice.nextInt(6)) {
            case 0 ->
                stack.request()
                        .contentType("application/json")
                        .body("{\"tags\":[\"" + choice.nextInt(9) + "\"]}")
                        .patch(path);
            case 1 ->
                stack.request()
                        .contentType("application/json")
                        .body("{\"start\":0.1}")
                        .post(path + "/trim");
            case 2 -> stack.request().post(path + "/compress");
            case 3 -> stack.request().get(path + "/download");
            case 4 ->
                stack.request()
                        .contentType("application/json")
                        .body("{\"format\":\"flac\"}")
                        .post(path + "/convert");
            default -> {
                if (choice.nextInt(5) == 0) {
                    stack.request().delete(path);
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result compare(int kills, StackProcess stack, Receiver receiver) throws InterruptedException {
        awaitAll(stack, receiver);
        var arrivals = new LinkedHashSet<>(arrivals(receiver));
        var happened = happened(stack);
        var lost = happened.stream()
                .filter(event -> !arrivals.contains(event.id()))
                .count();
        var recordings =
                happened.stream().map(LoggedEvent::recording).distinct().count();
        return new Result(
                kills,
                (int) recordings,
                happened.size(),
                (int) lost,
                disordered(happened, arrivals),
                arrivals(receiver).size() - arrivals.size());
    }

    /** Until nothing more happens and all of it has arrived, or nobody would wait any longer. */
    private static void awaitAll(StackProcess stack, Receiver receiver) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var before = -1;
        for (var now = happened(stack); System.nanoTime() < end; now = happened(stack)) {
            var ids = now.stream().map(LoggedEvent::id).toList();
            if (now.size() == before && Set.copyOf(arrivals(receiver)).containsAll(ids)) {
                return;
            }
            before = now.size();
            Thread.sleep(Duration.ofSeconds(5));
        }
    }

    private static List<String> arrivals(Receiver receiver) {
        return receiver.messages().stream()
                .map(message -> message.header("webhook-id"))
                .toList();
    }

    /** Everything that happened to any recording, in the order of each. */
    private static List<LoggedEvent> happened(StackProcess stack) {
        var events = new ArrayList<LoggedEvent>();
        for (var page = Optional.of("/v1/recordings?limit=100"); page.isPresent(); ) {
            var list = stack.request().get(page.get()).jsonPath();
            list.<String>getList("items.id").forEach(id -> events.addAll(events(stack, id)));
            page = Optional.ofNullable(list.getString("next")).map(next -> "/v1/recordings?limit=100&cursor=" + next);
        }
        return events;
    }

    private static List<LoggedEvent> events(StackProcess stack, String recording) {
        var list = stack.request()
                .get("/v1/recordings/" + recording + "/events?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return list.<Map<String, Object>>getList("items").stream()
                .map(event -> new LoggedEvent((String) event.get("id"), recording, (String) event.get("type")))
                .toList();
    }

    /** How many events arrived before the one that they follow. */
    private static int disordered(List<LoggedEvent> happened, Set<String> arrivals) {
        var place = new HashMap<String, Integer>();
        arrivals.forEach(id -> place.put(id, place.size()));
        var latest = new HashMap<String, Integer>();
        var count = 0;
        for (var event : happened) {
            if (place.containsKey(event.id()) && !event.type().equals(TOLD_BESIDE)) {
                var previous = latest.merge(event.recording(), place.get(event.id()), Math::max);
                count += previous > place.get(event.id()) ? 1 : 0;
            }
        }
        return count;
    }

    private record LoggedEvent(String id, String recording, String type) {}
}
