package io.tapedeck.amazontranscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Transcription;
import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.problem.Failure;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.OutsideName;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.Transcriber.Answer;
import io.tapedeck.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Our side, and a server in Amazon's place. */
final class Engine implements AutoCloseable {
    static final String NAME = new OutsideName("tapedeck", Calls.ACME, Calls.RECORDING, Calls.JOB).toString();

    final SettableClock clock = new SettableClock(Calls.NOON);
    final AmazonServer amazon;
    final AmazonVocabularies vocabularies;
    private final S3Server bucket;
    private final AmazonTranscriber transcriber;

    Engine(S3Server bucket) throws IOException {
        this.bucket = bucket;
        this.amazon = new AmazonServer(bucket, Calls.NOON);
        var client = amazon.client();
        var places = new AmazonPlaces("tapedeck", "recordings", Optional.of("arn:aws:kms:x"));
        this.vocabularies = new AmazonVocabularies(client);
        this.transcriber = new AmazonTranscriber(
                client, places, bucket.stores(new Trouble()).documents(), clock);
        bucket.delete(result());
    }

    static ObjectKey result() {
        return ObjectKey.document(Calls.ACME, Calls.RECORDING, Calls.JOB.keptName() + ".amazon.json");
    }

    Answer ask(SpeechSource source, Transcription request) {
        return transcriber.transcribe(source, request, Path.of("none"), progress -> {});
    }

    Answer ask() {
        return ask(Calls.DUAL.source(), Calls.in("en-US"));
    }

    void removeResult() {
        bucket.delete(result());
    }

    Failure failure(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).failure();
    }

    Transcript transcript(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).transcript();
    }

    void complete(String results) {
        amazon.complete(
                NAME,
                "{\"jobName\": \"x\", \"results\": {%s}}".formatted(results).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        amazon.close();
    }
}
