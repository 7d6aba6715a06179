/**
 * How threads and processes that want the same thing wait for it. What knows neither recordings nor any technology may enter.
 */
package io.tapedeck.concurrency;
