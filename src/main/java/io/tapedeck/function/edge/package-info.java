/**
 * The functions before all others: who is calling, whether all is well, and what nobody answers. What serves the API as
 * a whole may enter.
 */
package io.tapedeck.function.edge;
