/**
 * What a look at audio finds: how loud and how good it is, what its channels hold, what is wrong with it. A value that is
 * measured may enter; what may be asked of audio belongs to {@code audio}.
 */
package io.tapedeck.audio.measure;
