/** What a change does to lock contracts: pure functions over two sets of declarations. */
package dev.holdfast.review.diff;
