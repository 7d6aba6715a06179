/** The functions by which audio comes in from callers. A class for an operation on an upload may enter. */
package io.tapedeck.function.uploads;
