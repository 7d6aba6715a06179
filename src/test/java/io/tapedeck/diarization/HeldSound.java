package io.tapedeck.diarization;

/** Samples that are held in memory. */
record HeldSound(short[] pcm, int sampleRate) implements Sound {
    @Override
    public int length() {
        return pcm.length;
    }

    @Override
    public void read(int from, short[] into) {
        for (int i = 0; i < into.length; i++) {
            var at = from + i;
            into[i] = at < 0 || at >= pcm.length ? 0 : pcm[at];
        }
    }
}
