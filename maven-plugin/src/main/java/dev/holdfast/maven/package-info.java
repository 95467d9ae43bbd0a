/** Holdfast as Maven goals. */
package dev.holdfast.maven;
