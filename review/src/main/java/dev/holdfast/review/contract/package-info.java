/**
 * The canonical form of lock contracts: what a tool compares and what a committed contract list
 * holds. Knows neither sources nor compilers.
 */
package dev.holdfast.review.contract;
