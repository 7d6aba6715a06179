/**
 * Listens to recordings for what analytics need: speech, hold, keys and the quality of each channel. What hears decoded samples and makes
 * no audio may enter.
 */
package io.tapedeck.ffmpeg.analysis;
