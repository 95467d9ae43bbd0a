package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;

/**
 * How one lock is held. Where it was taken does not count for equality: it serves messages only.
 *
 * @param read how often it is held for reading, capped at {@link #MANY}
 * @param write how often it is held for writing, capped likewise
 * @param entry whether the contract has it held on entry
 * @param stamp the stamp that the hold belongs to, or null
 * @param since where it was taken; null where it was held on entry
 * @param excused whether a release that should have been of this hold was reported: that it goes on
 *     is part of that mistake
 */
record Hold(int read, int write, boolean entry, Path stamp, Tree since, boolean excused) {
  /** Counts beyond this one are not told apart. */
  static final int MANY = 8;

  static Hold of(Mode mode, Path stamp, Tree since) {
    return new Hold(
        mode == Mode.READ ? 1 : 0, mode == Mode.WRITE ? 1 : 0, false, stamp, since, false);
  }

  static Hold onEntry(Mode mode) {
    return new Hold(mode == Mode.READ ? 1 : 0, mode == Mode.WRITE ? 1 : 0, true, null, null, false);
  }

  /** The strongest mode in which it is held. */
  Mode mode() {
    return write > 0 ? Mode.WRITE : Mode.READ;
  }

  boolean satisfies(Mode needed) {
    return write > 0 || needed != Mode.WRITE && read > 0;
  }

  /** Whether nothing was taken since the entry. */
  boolean isOnlyOnEntry() {
    return entry && read + write == 1;
  }

  /** Whether taking it in that mode would be an upgrade, which nobody gets. */
  boolean isUpgrade(Mode mode) {
    return mode == Mode.WRITE && write == 0 && read > 0;
  }

  /** Whether an attempt to take it again, in that mode and without waiting, fails. */
  boolean excludes(Mode mode, boolean reentrant) {
    return isUpgrade(mode) || !reentrant && (mode == Mode.WRITE || write > 0);
  }

  Hold again(Mode mode, Tree site) {
    return new Hold(
        mode == Mode.READ ? Math.min(read + 1, MANY) : read,
        mode == Mode.WRITE ? Math.min(write + 1, MANY) : write,
        entry,
        null,
        site,
        excused);
  }

  /** Both holds of one lock. */
  Hold and(Hold other) {
    return new Hold(
        Math.min(read + other.read, MANY),
        Math.min(write + other.write, MANY),
        entry || other.entry,
        null,
        other.since,
        excused || other.excused);
  }

  /** One that was there already, in the stronger mode; what was taken here goes on beside it. */
  Hold besides(Hold known) {
    return entry ? known : new Hold(read, known.write, true, stamp, since, excused);
  }

  /** One hold less; null where none is left. */
  Hold less(Mode mode) {
    int nextRead = mode == Mode.READ ? read - 1 : read;
    int nextWrite = mode == Mode.WRITE ? write - 1 : write;
    return nextRead <= 0 && nextWrite <= 0
        ? null
        : new Hold(Math.max(nextRead, 0), Math.max(nextWrite, 0), entry, stamp, since, excused);
  }

  Hold downgraded() {
    return new Hold(Math.max(1, read), 0, entry, stamp, since, excused);
  }

  Hold inMode(Mode mode, Path newStamp, Tree site) {
    return new Hold(
        mode == Mode.READ ? 1 : 0, mode == Mode.WRITE ? 1 : 0, false, newStamp, site, excused);
  }

  Hold withStamp(Path newStamp) {
    return new Hold(read, write, entry, newStamp, since, excused);
  }

  /** The same as if the contract had it held on entry. */
  Hold asOnEntry() {
    return new Hold(read, write, true, stamp, since, excused);
  }

  /** The same without one on entry. */
  Hold asTakenHere() {
    return new Hold(read, write, false, stamp, since, excused);
  }

  Hold excuse() {
    return new Hold(read, write, entry, stamp, since, true);
  }

  /** The same without the exclusive part; null where nothing is left. */
  Hold shared() {
    return read > 0 ? new Hold(read, 0, entry, null, since, excused) : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hold hold
        && read == hold.read
        && write == hold.write
        && entry == hold.entry
        && excused == hold.excused
        && stamp == hold.stamp;
  }

  @Override
  public int hashCode() {
    return read * 31 + write;
  }
}
