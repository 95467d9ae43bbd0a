/** Reads revisions from a Git repository, and never writes to it. Knows JGit; nothing else does. */
package dev.holdfast.review.git;
