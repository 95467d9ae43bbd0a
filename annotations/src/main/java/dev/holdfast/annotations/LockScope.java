package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the constructor or factory of the type acquires belongs to the object; {@code close()}
 * releases it.
 *
 * <pre>{@code
 * class Store {
 *   final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private int entries;
 *
 *   @LockScope
 *   static final class Hold implements AutoCloseable {
 *     private final Store store;
 *
 *     @Acquires("store.lock")
 *     Hold(Store store) {
 *       this.store = store;
 *       store.lock.lock();
 *     }
 *
 *     @Override
 *     public void close() {
 *       store.lock.unlock();
 *     }
 *   }
 *
 *   void add() {
 *     try (Hold hold = new Hold(this)) {
 *       entries++;
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>The acquisition may be conditional ({@link AcquiresIf}): a null resource acquired nothing.
 *
 * <p><b>Where it may stand:</b> on a type that implements {@link AutoCloseable}.
 *
 * <p><b>What is checked:</b>
 *
 * <ul>
 *   <li><b>Body:</b> {@code close()} needs no contract of its own; one on it describes its body
 *       only. Without one, what the constructors acquire is held when it begins, and has to be
 *       given up on some path ({@code BrokenContract}).
 *   <li><b>Caller:</b> holds the lock until {@code close()}, also the implicit one of
 *       try-with-resources. An object that is neither closed nor handed on keeps the lock ({@code
 *       LockLeak}).
 *   <li><b>Override:</b> a subtype is a scope as well.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LockScope {}
