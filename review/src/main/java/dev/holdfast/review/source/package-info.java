/** Contracts from source alone: no class path, no build. Knows JavaParser; nothing else does. */
package dev.holdfast.review.source;
