/**
 * The functions by which audio is handed out. A class for an operation that ends in the bytes, or in a link to them,
 * may enter.
 */
package io.tapedeck.function.links;
