/**
 * Analytics as the HTTP contract writes them, and their documents. What shows figures may enter; what works them out may not.
 */
package io.tapedeck.json.analytics;
