/** The {@code holdfast} command: joins the checker, the reviews and their output formats. */
package dev.holdfast.cli;
