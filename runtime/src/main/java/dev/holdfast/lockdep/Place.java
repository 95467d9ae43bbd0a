package dev.holdfast.lockdep;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.List;

/**
 * A place in the program: the innermost frames of a stack, without the frames of the validator
 * itself.
 *
 * <p>Frames are captured as the stack walker hands them out; file names and line numbers are looked
 * up when somebody asks for them.
 */
public final class Place {
  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
  private static final Internals INTERNALS = new Internals();

  private final List<StackFrame> captured;
  private final List<StackTraceElement> resolved;

  private Place(List<StackFrame> captured, List<StackTraceElement> resolved) {
    this.captured = captured;
    this.resolved = resolved;
  }

  /**
   * The place of the caller outside the validator and the locks that report to it.
   *
   * @param depth how many frames to capture at most
   */
  static Place here(int depth) {
    List<StackFrame> frames =
        WALKER.walk(
            stack ->
                stack
                    .dropWhile(frame -> INTERNALS.get(frame.getDeclaringClass()))
                    .limit(depth)
                    .toList());
    return new Place(frames, null);
  }

  /**
   * This place without references to classes, fit to be kept for as long as the virtual machine
   * runs.
   */
  Place detached() {
    return resolved != null ? this : new Place(null, frames());
  }

  /** The frames, innermost first; empty if only the validator's own frames were on the stack. */
  public List<StackTraceElement> frames() {
    return resolved != null
        ? resolved
        : captured.stream().map(StackFrame::toStackTraceElement).toList();
  }

  /** The innermost frame, as a stack trace would print it. */
  @Override
  public String toString() {
    List<StackTraceElement> frames = frames();
    return frames.isEmpty() ? "an unknown place" : frames.get(0).toString();
  }

  /** Tells the classes that stand between the user's call and the validator. */
  private static final class Internals extends ClassValue<Boolean> {
    private static final String LOCKDEP = Place.class.getPackageName();
    private static final String REGION =
        LOCKDEP.substring(0, LOCKDEP.lastIndexOf('.') + 1) + "region";

    @Override
    protected Boolean computeValue(Class<?> type) {
      String name = type.getPackageName();
      boolean ours = name.equals(LOCKDEP) || name.equals(REGION);
      /* Somebody else's class may live in a package of the same name. */
      return ours && sameSource(type, Place.class);
    }

    private static boolean sameSource(Class<?> a, Class<?> b) {
      CodeSource first = a.getProtectionDomain().getCodeSource();
      CodeSource second = b.getProtectionDomain().getCodeSource();
      return first == null || second == null
          ? first == second
          : String.valueOf(first.getLocation()).equals(String.valueOf(second.getLocation()));
    }
  }
}
