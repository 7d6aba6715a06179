/**
 * How a job is done: arrivals, claims, leases, ingest, rendering. What only a worker needs may enter; what a job is
 * belongs to {@code recording}, how sound is made to the adapters.
 */
package io.tapedeck.work;
