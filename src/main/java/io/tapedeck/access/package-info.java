/**
 * Who may do what: keys, scopes, and the records by which a request is done once. What is asked before anything is done
 * may enter, with its ports; how a caller proves who they are belongs to {@code auth}.
 */
package io.tapedeck.access;
