package dev.holdfast.review.format;

/**
 * The tool that found the findings.
 *
 * @param name for people
 * @param version of the tool
 * @param uri its home; empty for none
 */
public record ToolInfo(String name, String version, String uri) {}
