/**
 * Buckets at other providers than the deployment's own, and how audio and documents lie in them. Their protocols are spoken by
 * adapters, behind the port {@code RemoteBucket}.
 */
package io.tapedeck.remote;
