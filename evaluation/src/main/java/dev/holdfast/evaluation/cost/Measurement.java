package dev.holdfast.evaluation.cost;

/**
 * What one run of a process cost, its children included.
 *
 * @param cpuSeconds user and system time
 * @param peakKilobytes the largest resident set
 * @param failed whether javac did not finish its work
 * @param warnings how many warnings it counted at its end
 */
public record Measurement(double cpuSeconds, long peakKilobytes, boolean failed, int warnings) {}
