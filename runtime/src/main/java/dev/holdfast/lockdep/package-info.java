/**
 * A lock validator for the Java virtual machine.
 *
 * <p>Wrap the locks of a program with {@link dev.holdfast.lockdep.Tracked}, give each kind of lock
 * a {@link dev.holdfast.lockdep.LockClass}, and run the tests: the first time that two orders have
 * been seen which can end in a deadlock, {@link dev.holdfast.lockdep.LockDep} reports both, with
 * their places, whether or not anything hung.
 *
 * <pre>{@code
 * private final Lock index = Tracked.lock(new ReentrantLock(), LockClass.of("cache.index"));
 * private final ReadWriteLock shard =
 *     Tracked.readWriteLock(new ReentrantReadWriteLock(), LockClass.of("cache.shard"));
 * }</pre>
 */
package dev.holdfast.lockdep;
