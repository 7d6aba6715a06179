/** The functions of API keys. A class for an operation under {@code /v1/keys} may enter. */
package io.tapedeck.function.keys;
