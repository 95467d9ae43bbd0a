/**
 * The contracts of a space of regions: short names for the locks of an address space and its
 * regions.
 *
 * <p>An address space has one read/write lock, {@code mmap}. Each of its regions has a region lock,
 * {@code lock}, whose exclusive hold exists only inside the exclusive hold of {@code mmap}. Either
 * of them, in any mode, keeps a region {@code stabilised}. A region is {@code attached} to its
 * space or {@code detached}.
 *
 * <p>The annotations are aliases and know nothing of any particular class: they can be put on the
 * reference runtime and on every type that defines locks and states of these names with {@link
 * dev.holdfast.annotations.DefinesLock} and {@link dev.holdfast.annotations.DefinesState}.
 */
package dev.holdfast.annotations.region;
