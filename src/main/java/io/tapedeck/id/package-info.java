/**
 * The ids by which tenants, recordings and jobs are known, and the source of new ones. A type that is parsed once at
 * the edge and compared ever after may enter.
 */
package io.tapedeck.id;
