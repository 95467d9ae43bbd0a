package dev.holdfast.region;

import dev.holdfast.lockdep.Hold;
import dev.holdfast.lockdep.Tracking;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a failed assertion: which space or region, what was needed, what this thread holds
 * and since where, and who holds what is missing. The last two know places, and names of region
 * readers, only where holds are recorded.
 */
final class Accusation {
  private Accusation() {}

  static AssertionError space(
      AddressSpace space, String problem, String needed, AssertionMode mode) {
    List<String> lines = new ArrayList<>();
    lines.add("the mmap lock of %s %s".formatted(space, problem));
    lines.add("needed: the mmap lock, " + needed);
    lines.add("this thread: " + mine(space, null, mode));
    lines.add("mmap lock: " + space.lock().holders() + places(space, mode));
    return error(lines);
  }

  static AssertionError region(Region region, String problem, String needed, AssertionMode mode) {
    AddressSpace space = region.currentSpace();
    List<String> lines = new ArrayList<>();
    lines.add("%s %s".formatted(region, problem));
    lines.add("needed: " + needed);
    lines.add("this thread: " + mine(space, region, mode));
    lines.add("mmap lock: " + space.lock().holders() + places(space, mode));
    lines.add("region lock: " + regionHolders(region, mode));
    return error(lines);
  }

  private static AssertionError error(List<String> lines) {
    return new AssertionError(String.join("\n  ", lines));
  }

  private static String mine(AddressSpace space, Region region, AssertionMode mode) {
    String thread = "`" + Thread.currentThread().getName() + "` holds ";
    List<String> holds = new ArrayList<>();
    if (space.lock().isWriter()) {
      holds.add("the mmap lock for writing" + since(space, mode));
    } else if (space.lock().isReader()) {
      holds.add("the mmap lock for reading" + since(space, mode));
    }
    if (region != null && Checks.isWriteLockedByMe(region)) {
      holds.add("the region lock for writing" + since(region, mode));
    } else if (region != null && mode == AssertionMode.OWNERSHIP && Holds.hold(region) != null) {
      holds.add("the region lock for reading" + since(region, mode));
    } else if (region != null && mode == AssertionMode.STATE) {
      holds.add("perhaps region read locks, which are not recorded");
    }
    return thread + (holds.isEmpty() ? "neither" : String.join(", ", holds));
  }

  private static String since(Object lock, AssertionMode mode) {
    Hold hold = mode == AssertionMode.OWNERSHIP ? Holds.hold(lock) : null;
    return hold == null ? "" : " since " + hold.place();
  }

  private static String places(AddressSpace space, AssertionMode mode) {
    if (mode != AssertionMode.OWNERSHIP) {
      return "";
    }
    List<String> holders =
        Tracking.holders(space).stream()
            .map(h -> "`" + h.thread() + "` since " + h.hold().place())
            .toList();
    return holders.isEmpty() ? "" : " (" + String.join("; ", holders) + ")";
  }

  private static String regionHolders(Region region, AssertionMode mode) {
    if (mode == AssertionMode.OWNERSHIP) {
      List<String> holders =
          Tracking.holders(region).stream()
              .map(
                  h ->
                      "held %s by thread `%s` since %s"
                          .formatted(
                              h.hold().mode().isShared() ? "for reading" : "for writing",
                              h.thread(),
                              h.hold().place()))
              .toList();
      return holders.isEmpty() ? "nobody holds it" : String.join("; ", holders);
    }
    AddressSpace space = region.currentSpace();
    Thread writer = space.lock().writer();
    if (writer != null && space.exclusion().isWriteLocked(region)) {
      return "held for writing by thread `" + writer.getName() + "`";
    }
    int readers = (region.count() & ~RegionState.EXCLUDE) - RegionState.ATTACHED;
    return readers > 0 ? "held for reading by " + readers + " at most" : "nobody holds it";
  }
}
