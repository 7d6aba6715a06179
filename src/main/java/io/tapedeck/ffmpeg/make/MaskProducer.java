package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Masking.Style;
import io.tapedeck.ffmpeg.make.Masker.Cover;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.measure.GraphRunner.SampleFormat;
import io.tapedeck.ffmpeg.probe.InputFilters;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Takes something out of audio: one ffmpeg decodes it, its samples are masked here, another ffmpeg encodes them, and a third decodes
 * the result, in which each span is checked. Between them samples are in a form that holds those of the codec to the bit.
 */
public final class MaskProducer {
    /** Part of the work that is done when the result is written. */
    private static final double WRITTEN = 0.8;

    private final Transcoder transcoder;
    private final AudioInput input;
    private final AudioMeasures measures;
    private final Path folder;
    private final DoubleConsumer progress;

    /**
     * @param folder where the result is put and copies may lie
     */
    public MaskProducer(Transcoder transcoder, AudioInput input, Path folder, DoubleConsumer progress) {
        this.transcoder = transcoder;
        this.input = transcoder.steadyCopy().of(input, folder, 0);
        this.measures = this.input.measures();
        this.folder = folder;
        this.progress = progress;
    }

    /** Does what was asked, unless something can still be heard afterwards. */
    public Production produce(Masking masking, Encoding encoding) {
        var removed = masking.removed(measures.duration());
        var gone = Span.of(removed, measures, measures.sampleRate());
        var samples = samples(encoding.codec());
        var source = MaskSource.of(transcoder, input, folder);
        var edited = EditedInput.of(
                transcoder.runner(), source.input(), decoded(), samples, () -> edit(masking, gone, samples));
        var transcoded = transcoder.encode(
                List.of(edited),
                written(encoding, gone, source),
                new Encoder(encoding, false),
                folder,
                ProgressSteps.part(progress, 0, WRITTEN));
        var proof = proof(masking, encoding);
        return transcoder
                .prove(transcoded, encoding, proof, ProgressSteps.part(progress, WRITTEN, 1))
                .<Production>map(Production.Impossible::new)
                .orElseGet(() -> transcoded.produced(Set.of(), AudioResult.removing(removed)));
    }

    /** Only two codecs have samples that do not fit into 32-bit floats. */
    private static SampleFormat samples(Codec codec) {
        return codec == Codec.PCM_S32LE || codec == Codec.PCM_F64LE ? SampleFormat.DOUBLE : SampleFormat.FLOAT;
    }

    private FilterGraph decoded() {
        var filters = InputFilters.of(measures).of(0) + "[sound]";
        return new FilterGraph(filters, measures.sampleRate(), measures.channels(), measures.seconds(), 1);
    }

    /** ffmpeg would make 32-bit floats of all of it, since it measures those, unless it is told not to. */
    private FilterGraph written(Encoding encoding, List<Span> gone, MaskSource source) {
        var filters = InputFilters.plain(measures.channels()).of(0) + ","
                + PcmFormat.of(encoding).from(measures) + depth(encoding, source) + "[sound]";
        var all = Math.round(measures.seconds() * measures.sampleRate());
        var left =
                all - gone.stream().mapToLong(span -> span.end() - span.start()).sum();
        var seconds = left / (double) measures.sampleRate();
        return new FilterGraph(filters, encoding.sampleRate(), encoding.channels(), seconds, 1);
    }

    private static String depth(Encoding encoding, MaskSource source) {
        return samples(encoding.codec()) == SampleFormat.DOUBLE ? ",aformat=sample_fmts=dbl" : source.depth();
    }

    private EditedInput.Edit edit(Masking masking, List<Span> gone, SampleFormat samples) {
        var rate = measures.sampleRate();
        return masking.style() == Style.DELETION
                ? new Deleter(gone, rate, measures.channels(), samples)
                : new Masker(spans(masking, rate), samples, cover(masking.style(), rate));
    }

    private Proof proof(Masking masking, Encoding encoding) {
        var rate = encoding.decodedRate();
        var spans = spans(masking, rate);
        return encoding.codec().isExact()
                ? new ExactProof(spans, cover(masking.style(), rate), encoding.codec())
                : new LossyProof(spans, masking.style() == Style.BEEP, rate);
    }

    /** By channel; none where they are gone. */
    private List<List<Span>> spans(Masking masking, int sampleRate) {
        return IntStream.range(0, measures.channels())
                .mapToObj(channel -> masking.style() == Style.DELETION
                        ? List.<Span>of()
                        : Span.of(masking.on(channel), measures, sampleRate))
                .toList();
    }

    private static Cover cover(Style style, int sampleRate) {
        return style == Style.BEEP ? new Beep(sampleRate)::at : Cover.SILENCE;
    }
}
