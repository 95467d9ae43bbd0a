/** Which finding is which between two runs: fingerprints, baseline, findings of a change. */
package dev.holdfast.review.finding;
