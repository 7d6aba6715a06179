/** Functions that have figures worked out and show them. They know the core, the edge and what analytics are. */
package io.tapedeck.function.analytics;
