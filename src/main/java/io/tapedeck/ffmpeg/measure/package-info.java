/**
 * What a file sounds like: loudness, levels, speech, warnings. What listens to decoded sound and changes nothing may
 * enter.
 */
package io.tapedeck.ffmpeg.measure;
