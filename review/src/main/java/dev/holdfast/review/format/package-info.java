/** Output formats: pure functions from findings to text. */
package dev.holdfast.review.format;
