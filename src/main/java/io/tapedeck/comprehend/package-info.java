/**
 * Amazon Comprehend, which tells how sentences feel and where they say personal data. What speaks to it may enter.
 */
package io.tapedeck.comprehend;
