package io.tapedeck.local;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.time.Duration;

/**
 * Lets no more bodies into memory at once than it holds. Small ones have a room of their own, so that large ones, or
 * those who send them slowly, do not keep them waiting.
 */
final class Bodies {
    private static final int SMALL = 128 * 1024;

    private final Room small;
    private final Room large;
    private final Duration forRoom;
    private final Duration forBody;

    /**
     * @param small bytes of small bodies, at least one of 128 KiB
     * @param large bytes of large ones, at least {@link IncomingBody#LARGEST}
     * @param forRoom how long to wait for room
     * @param forBody how long to wait for the body then
     */
    Bodies(int small, int large, Duration forRoom, Duration forBody) {
        this.small = new Room(small);
        this.large = new Room(large);
        this.forRoom = forRoom;
        this.forBody = forBody;
    }

    /** With rooms that fit a heap of so many bytes: on its way to a function a body is there some eight times over. */
    static Bodies fitting(long heap, Duration patience) {
        int room = (int) Math.clamp(heap / 32, IncomingBody.LARGEST, 1 << 30);
        return new Bodies(room / 2, room, patience, patience);
    }

    /** Who does something with a body. */
    interface Reader<T> {
        T read(byte[] body) throws Exception;
    }

    /**
     * Has a body read that there is room for.
     *
     * @throws ProblemException if there was none for too long, or if it is too large or not there in time
     */
    <T> T read(IncomingBody body, Reader<T> reader) throws Exception {
        int announced = body.announced();
        Room room = announced > SMALL ? large : small;
        if (!room.take(announced, forRoom)) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS, "Too many bodies are being sent at the same time; try again.");
        }
        int taken = announced;
        try {
            byte[] bytes = body.read(forBody);
            room.give(announced - bytes.length);
            taken = bytes.length;
            return reader.read(bytes);
        } finally {
            room.give(taken);
        }
    }

    /** Ends a body that nobody reads any more. */
    void discard(IncomingBody body) {
        body.discard(forBody);
    }
}
