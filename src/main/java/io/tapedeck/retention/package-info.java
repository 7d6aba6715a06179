/**
 * What the clock does: expiry, deletion, lost jobs, and the index of what is due. What happens to a recording without
 * anybody asking for it may enter.
 */
package io.tapedeck.retention;
