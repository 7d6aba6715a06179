/**
 * What a call's sound and words come to: who speaks how much, when, how and about what, each figure with a written definition.
 * Pure arithmetic on what is handed in may enter: no audio, no store, no tool.
 */
package io.tapedeck.analytics;
