/** The review of a change: its lock contracts and its findings, judged and reported. */
package dev.holdfast.review;
