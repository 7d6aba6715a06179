/**
 * What lets this deployment in elsewhere: written by whoever knows it, read by whoever uses it, shown to nobody. The port of such secrets
 * and their names may enter.
 */
package io.tapedeck.secret;
