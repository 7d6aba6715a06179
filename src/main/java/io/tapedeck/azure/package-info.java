/**
 * Containers of Azure Blob Storage as buckets, by its REST API and without a client library. How requests and links are signed, and what
 * Azure's answers mean, may enter; what goes for every provider does not.
 */
package io.tapedeck.azure;
