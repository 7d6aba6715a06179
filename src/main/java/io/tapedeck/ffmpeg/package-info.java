/** The port of whoever works on audio, by ffmpeg. The adapter alone may enter; what it does lies in the rooms below. */
package io.tapedeck.ffmpeg;
