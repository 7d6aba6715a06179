/**
 * What the keys of files tell that other systems drop into the bucket. A layout that somebody sets may enter, but nothing that
 * is true of one system alone.
 */
package io.tapedeck.drop;
