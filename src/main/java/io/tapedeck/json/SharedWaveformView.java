package io.tapedeck.json;

import java.util.List;

/**
 * What is shared as one draws it.
 *
 * @param peaks a list a channel, all of one length, at most 1,000 values each: the loudest sample of that part of the audio, from
 *     0 to 1, without its sign
 */
public record SharedWaveformView(List<List<Double>> peaks) {}
