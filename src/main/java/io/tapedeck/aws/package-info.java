/** What all clients of AWS share. Its adapters may use it, and it knows the core. */
package io.tapedeck.aws;
