package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instances of the type can be in a state of the given name, as far as the current thread knows.
 *
 * <pre>{@code
 * @DefinesState(name = "attached", needs = "lock", excludes = "detached")
 * @DefinesState(name = "detached", excludes = "attached")
 * class Node {
 *   final ReentrantLock lock = new ReentrantLock();
 *
 *   @Requires({"lock", "attached"})
 *   @Establishes("detached")
 *   @LockUnchecked(reason = "the state is the node's place in a list, which no contract describes")
 *   void detach() {}
 *
 *   @Requires("detached")
 *   void reuse() {
 *     System.out.println("used again");
 *   }
 *
 *   void retire() {
 *     lock.lock();
 *     try {
 *       detachIfAttached();
 *     } finally {
 *       lock.unlock();
 *     }
 *   }
 *
 *   @Requires("lock")
 *   private void detachIfAttached() {
 *     if (isAttached()) {
 *       detach();
 *       reuse();
 *     }
 *   }
 *
 *   @TestsHeld("attached")
 *   @LockUnchecked(reason = "the state is the node's place in a list, which no contract describes")
 *   boolean isAttached() {
 *     return true;
 *   }
 * }
 * }</pre>
 *
 * <p>A state is required like a lock ({@link Requires}), begins with {@link Establishes} and ends
 * with {@link Ends} or with a state that excludes it.
 *
 * <p><b>Where it may stand:</b> on a type.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Declaration:</b> names that mean nothing and states that contradict each other ({@code
 *       InvalidContract}).
 *   <li><b>Use:</b> a call that needs a state which is not known ({@code LockNotHeld}); a promise
 *       that is not kept ({@code BrokenContract}).
 *   <li><b>Subtypes</b> have the state as well.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(DefinesState.List.class)
public @interface DefinesState {
  /** The state's name. */
  String name();

  /** The noun in messages; the name, where left out. */
  String label() default "";

  /** The locks that keep the fact true: it is forgotten as soon as none of them is held. */
  String[] needs() default {};

  /** The states that end when this one begins. */
  String[] excludes() default {};

  /**
   * The holds that imply the state, each in exactly the mode it names, unless an excluded state was
   * established since.
   */
  String[] impliedBy() default {};

  /** Several states of one type. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The single definitions. */
    DefinesState[] value();
  }
}
