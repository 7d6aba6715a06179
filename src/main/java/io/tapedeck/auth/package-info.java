/** How a caller proves who they are: by a key or a token. A way of proof may enter, which ends in a {@code Caller}. */
package io.tapedeck.auth;
