/**
 * A two-level, read-mostly lock for anything that is a space of regions: {@link
 * dev.holdfast.region.AddressSpace} and {@link dev.holdfast.region.Region}.
 */
package dev.holdfast.region;
