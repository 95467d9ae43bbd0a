/**
 * The contract language: which locks a method needs, takes and gives back, and which guard a field.
 *
 * <p>A contract is written where the code is, and the Holdfast checker proves at compile time that
 * every body keeps it and every caller meets it.
 *
 * <pre>{@code
 * class Counter {
 *   private final ReentrantLock lock = new ReentrantLock();
 *
 *   @GuardedBy("lock")
 *   private int value;
 *
 *   @Requires("lock")
 *   void add(int amount) {
 *     value += amount;
 *   }
 *
 *   void increment() {
 *     lock.lock();
 *     try {
 *       add(1);
 *     } finally {
 *       lock.unlock();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <h2>Locks are named by expressions</h2>
 *
 * <p>A lock is named by a Java expression, resolved in the scope of the annotated element: on a
 * method or a field as code of that member would resolve it, on a parameter as a member of that
 * parameter.
 *
 * <table>
 *   <caption>Lock expressions</caption>
 *   <tr><th>Expression</th><th>Names</th></tr>
 *   <tr><td>{@code this}, {@code lock}, {@code this.lock}</td><td>the object itself, or a field of it</td></tr>
 *   <tr><td>{@code Outer.this.lock}</td><td>a field of the enclosing instance</td></tr>
 *   <tr><td>{@code Registry.LOCK}, {@code Registry.class}</td><td>a static field, or a class literal</td></tr>
 *   <tr><td>{@code shard.lock}, {@code #1.lock}</td><td>a field of a parameter, by name or by number</td></tr>
 *   <tr><td>{@code stripes[#1]}</td><td>the lock that {@code stripes} keeps for that key</td></tr>
 *   <tr><td>{@code return.lock}</td><td>a field of the method's result, in effects only</td></tr>
 *   <tr><td>{@code rw.readLock()}, {@code rw.writeLock()}</td><td>the lock held for reading, or exclusively</td></tr>
 * </table>
 *
 * <p>{@code readLock()} and {@code writeLock()} name the two modes of every lock that has two,
 * whatever its class. A lock without a view means: exclusive in a requirement, in a guard's write
 * and in an acquisition; any mode in a guard's read, a release, an exclusion and a downgrade. An
 * exclusive hold satisfies a need to read.
 *
 * <h2>The annotations</h2>
 *
 * <ul>
 *   <li><b>What is protected:</b> {@link GuardedBy}.
 *   <li><b>What a method needs:</b> {@link Requires}, {@link Excludes}.
 *   <li><b>What it does:</b> {@link Acquires}, {@link Releases}, {@link AcquiresIf}, {@link
 *       ReleasesIf}, {@link Downgrades}, {@link MayRelease}, {@link Establishes}, {@link Ends}.
 *   <li><b>What is known after it:</b> {@link Ensures}, {@link AssertsHeld}, {@link TestsHeld},
 *       {@link Returns}, {@link SameObject}.
 *   <li><b>How callbacks and scopes behave:</b> {@link RunsInline}, {@link LockScope}.
 *   <li><b>In which order locks are taken:</b> {@link AcquiredBefore}, {@link AcquiredAfter}.
 *   <li><b>Locks and states of one's own:</b> {@link DefinesLock}, {@link DefinesState}.
 *   <li><b>Where the checker does not look:</b> {@link LockUnchecked}.
 * </ul>
 *
 * <h2>Inheritance</h2>
 *
 * <p>An overriding method inherits contracts. One that declares any contract of a kind
 * (requirement, exclusion, effect, state) replaces the inherited ones of that kind; it may require
 * less and promise more, never the reverse. A contract on the method of a functional interface
 * binds every lambda and method reference of that type.
 *
 * <h2>Alias annotations</h2>
 *
 * <p>An annotation type that is annotated with contracts <em>is</em> those contracts, resolved in
 * the scope of what it is put on. If it declares {@code String[] value() default {}}, each value
 * names the object that is meant instead.
 *
 * <pre>{@code
 * @Requires("table.writeLock()")
 * @Target({ElementType.METHOD, ElementType.PARAMETER})
 * @Retention(RetentionPolicy.CLASS)
 * @Documented
 * @interface RequiresTableWrite {
 *   String[] value() default {};
 * }
 *
 * class Database {
 *   final ReadWriteLock table = new ReentrantReadWriteLock();
 *
 *   @RequiresTableWrite
 *   void drop() {
 *     System.out.println("dropped");
 *   }
 *
 *   @RequiresTableWrite("source")
 *   static void move(Database source, @RequiresTableWrite Database target) {
 *     source.drop();
 *     target.drop();
 *   }
 * }
 * }</pre>
 *
 * <p>No annotation is kept at run time, and none needs anything else on the class path.
 */
package dev.holdfast.annotations;
