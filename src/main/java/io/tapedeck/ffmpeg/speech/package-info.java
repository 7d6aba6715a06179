/**
 * Takes recordings apart into channels that a recogniser can hear, with the times at which somebody speaks on each. What reads,
 * parts or mutes decoded samples on their way into files may enter, and nothing that knows words.
 */
package io.tapedeck.ffmpeg.speech;
