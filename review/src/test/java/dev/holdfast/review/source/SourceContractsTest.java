package dev.holdfast.review.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.review.contract.ContractLine;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceContractsTest {
  private static List<String> lines(MapTree tree) {
    SourceContracts.Result result = new SourceContracts(tree).readAll((done, total) -> {});
    assertThat(result.problems()).isEmpty();
    return result.lines().stream().map(ContractLine::print).toList();
  }

  private static List<String> linesOf(String source) {
    return lines(new MapTree().with("com/acme/Cache.java", source));
  }

  @Test
  void requirementOnMethod() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.Requires;
                class Cache<K> {
                  final java.util.concurrent.locks.ReadWriteLock rw = null;
                  @Requires("rw.readLock()") Object get(K key) { return null; }
                }
                """))
        .containsExactly("com.acme.Cache#get(Object) requires(rw.readLock())");
  }

  @Test
  void importStyleDoesNotMatter() {
    String body = " class Cache { Object a; %s(\"a\") void f() {} }";
    String single = "package com.acme; import dev.holdfast.annotations.Requires;" + body;
    String onDemand = "package com.acme; import dev.holdfast.annotations.*;" + body;
    String none = "package com.acme;" + body;

    List<String> expected = List.of("com.acme.Cache#f() requires(a)");

    assertThat(linesOf(single.formatted("@Requires"))).isEqualTo(expected);
    assertThat(linesOf(onDemand.formatted("@Requires"))).isEqualTo(expected);
    assertThat(linesOf(none.formatted("@dev.holdfast.annotations.Requires"))).isEqualTo(expected);
  }

  @Test
  void unresolvedAnnotationIsShownAsSuch() {
    assertThat(linesOf("package com.acme; class Cache { Object a; @GuardedBy(\"a\") int b; }"))
        .containsExactly("com.acme.Cache#b @?GuardedBy(a){guarded-by(a)}");
  }

  @Test
  void unresolvedNameIsShownAsSuch() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.*;
                class Cache {
                  @Requires("Registry.LOCK") void f() {}
                  @Requires("lock") void g() {}
                }
                """))
        .containsExactly(
            "com.acme.Cache#f() requires(?Registry.LOCK)", "com.acme.Cache#g() requires(?lock)");
  }

  @Test
  void parametersStandByPosition() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.*;
                class Cache {
                  Object[] stripes; Object lock;
                  @Requires({"shard.lock", "stripes[ key ]", "this.lock"}) void f(int key, Shard shard) {}
                  void g(int a, @Requires("lock") Shard shard) {}
                  static class Shard { Object lock; }
                }
                """))
        .containsExactly(
            "com.acme.Cache#f(int,Shard) requires(#2.lock) requires(lock) requires(stripes[#1])",
            "com.acme.Cache#g(int,Shard) requires(#2.lock)");
  }

  @Test
  void staticAndOuterMembersAreAbsolute() {
    assertThat(
            lines(
                new MapTree()
                    .with(
                        "src/com/acme/Registry.java",
                        "package com.acme; public class Registry { public static final Object LOCK = 0; }")
                    .with(
                        "src/com/acme/sub/Cache.java",
                        """
                        package com.acme.sub;
                        import static com.acme.Registry.LOCK;
                        import com.acme.Registry;
                        import dev.holdfast.annotations.*;
                        class Cache {
                          static final Object MINE = 1;
                          final Object lock = 2;
                          @Requires("LOCK") void a() {}
                          @Requires("Registry.LOCK") void b() {}
                          @Requires("com.acme.Registry.LOCK") void c() {}
                          @Requires("MINE") void d() {}
                          @Requires("Cache.MINE") void e() {}
                          @Requires("Registry.class") void f() {}
                          class Inner {
                            @Requires("lock") void g() {}
                            @Requires("Cache.this.lock") void h() {}
                            @Requires("Inner.this") void i() {}
                          }
                        }
                        """)))
        .containsExactly(
            "com.acme.sub.Cache#a() requires(com.acme.Registry.LOCK)",
            "com.acme.sub.Cache#b() requires(com.acme.Registry.LOCK)",
            "com.acme.sub.Cache#c() requires(com.acme.Registry.LOCK)",
            "com.acme.sub.Cache#d() requires(com.acme.sub.Cache.MINE)",
            "com.acme.sub.Cache#e() requires(com.acme.sub.Cache.MINE)",
            "com.acme.sub.Cache#f() requires(com.acme.Registry.class)",
            "com.acme.sub.Cache.Inner#g() requires(Cache.this.lock)",
            "com.acme.sub.Cache.Inner#h() requires(Cache.this.lock)",
            "com.acme.sub.Cache.Inner#i() requires(this)");
  }

  @Test
  void inheritedLockBelongsToThis() {
    assertThat(
            lines(
                new MapTree()
                    .with("com/acme/Base.java", "package com.acme; class Base { Object lock; }")
                    .with(
                        "com/acme/Cache.java",
                        """
                        package com.acme;
                        class Cache extends Base {
                          @dev.holdfast.annotations.Requires("lock") void a() {}
                        }
                        """)))
        .containsExactly("com.acme.Cache#a() requires(lock)");
  }

  @Test
  void guards() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.GuardedBy;
                class Cache {
                  Object a, b;
                  @GuardedBy("a") int one;
                  @GuardedBy({"b", "a"}) int several;
                  @GuardedBy(write = {"a", "b"}, read = {"a", "b"}) int same;
                  @GuardedBy(read = "a.readLock()", write = "a") int split;
                  @GuardedBy(value = "a", racyReads = true) int racy;
                }
                """))
        .containsExactly(
            "com.acme.Cache#one guarded-by(a)",
            "com.acme.Cache#racy guarded-by(a; racy-reads)",
            "com.acme.Cache#same guarded-by(read=a | b; write=a & b)",
            "com.acme.Cache#several guarded-by(read=a | b; write=a & b)",
            "com.acme.Cache#split guarded-by(read=a.readLock(); write=a)");
  }

  @Test
  void effects() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.*;
                class Cache {
                  Object a, b;
                  @Acquires(value = "a", idempotent = true) void acquire() {}
                  @AcquiresIf(value = "a", result = When.NON_NULL, blocking = true) Object tryIt() { return 0; }
                  @Releases("a") @Establishes("b") void release() {}
                  @ReleasesIf(value = "a") boolean maybe() { return true; }
                  @Downgrades("a") @MayRelease("b") void down() {}
                  @Requires(anyOf = {"b", "a"}) @Excludes("b.writeLock()") void any() {}
                  @Requires({}) void none() {}
                  @Returns("b") Object b() { return b; }
                  @SameObject({"return.a", "a"}) Cache same() { return this; }
                  void inline(int x, @RunsInline Runnable r) {}
                  @AcquiredBefore("b") final Object first = 0;
                  @LockUnchecked(reason = "start-up \\"only\\"") void start() {}
                  @TestsHeld("a") boolean held() { return true; }
                  @AssertsHeld("a") @Ensures("b") @Ends("b") void check() {}
                }
                @LockScope class Hold {}
                """))
        .containsExactly(
            "com.acme.Cache#acquire() acquires(a; idempotent)",
            "com.acme.Cache#any() requires(a | b) excludes(b.writeLock())",
            "com.acme.Cache#b() returns(b)",
            "com.acme.Cache#check() ensures(b) ends(b) asserts-held(a)",
            "com.acme.Cache#down() downgrades(a) may-release(b)",
            "com.acme.Cache#first acquired-before(b)",
            "com.acme.Cache#held() tests-held(a)",
            "com.acme.Cache#inline(int,Runnable) runs-inline(#2)",
            "com.acme.Cache#maybe() releases-if(a; when=TRUE)",
            "com.acme.Cache#none() requires()",
            "com.acme.Cache#release() releases(a) establishes(b)",
            "com.acme.Cache#same() same-object(a == return.a)",
            "com.acme.Cache#start() unchecked(reason=\"start-up \\\"only\\\"\")",
            "com.acme.Cache#tryIt() acquires-if(a; blocking; when=NON_NULL)",
            "com.acme.Hold lock-scope()");
  }

  @Test
  void aliasOfTheTreeIsExpandedAndShownAsWritten() {
    assertThat(
            lines(
                new MapTree()
                    .with(
                        "com/acme/RequiresShard.java",
                        """
                        package com.acme;
                        import dev.holdfast.annotations.*;
                        @Requires("lock") @Excludes("Registry.class")
                        @interface RequiresShard { String[] value() default {}; }
                        """)
                    .with("com/acme/Registry.java", "package com.acme; class Registry {}")
                    .with("com/acme/Shard.java", "package com.acme; class Shard { Object lock; }")
                    .with(
                        "com/acme/Cache.java",
                        """
                        package com.acme;
                        class Cache {
                          Object lock; Shard mine;
                          @RequiresShard void a() {}
                          void b(@RequiresShard Shard s) {}
                          @RequiresShard({"s", "mine"}) void c(Shard s) {}
                        }
                        """)))
        .containsExactly(
            "com.acme.Cache#a() @com.acme.RequiresShard{requires(lock)"
                + " excludes(com.acme.Registry.class)}",
            "com.acme.Cache#b(Shard) @com.acme.RequiresShard(#1){requires(#1.lock)"
                + " excludes(com.acme.Registry.class)}",
            "com.acme.Cache#c(Shard) @com.acme.RequiresShard(#1, mine){requires(#1.lock)"
                + " requires(mine.lock) excludes(com.acme.Registry.class)}",
            "com.acme.RequiresShard requires(lock) excludes(com.acme.Registry.class)");
  }

  @Test
  void presetAliasNeedsNoSource() {
    String preset = "dev.holdfast.annotations.region.";
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.region.*;
                import dev.holdfast.region.*;
                class Cache {
                  void touch(@RequiresRegionWrite Region r) {}
                  @RegionStabilised Region find(long a) { return null; }
                }
                """))
        .containsExactly(
            "com.acme.Cache#find(long) @" + preset + "RegionStabilised{ensures(return.stabilised)}",
            "com.acme.Cache#touch(Region) @"
                + preset
                + "RequiresRegionWrite(#1){requires(#1.lock.writeLock())}");
  }

  @Test
  void foreignVocabularies() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import javax.annotation.concurrent.GuardedBy;
                import com.google.errorprone.annotations.concurrent.*;
                import org.checkerframework.checker.lock.qual.*;
                class Cache {
                  Object a;
                  @GuardedBy("this") int one;
                  @net.jcip.annotations.GuardedBy("itself") Object two;
                  @androidx.annotation.GuardedBy("a") int three;
                  @Holding("a") void hold() {}
                  @EnsuresLockHeldIf(expression = "a", result = false) boolean ensure() { return true; }
                  @LockMethod("a") void lock() {}
                  @UnlockMethod("a") void unlock() {}
                  @MayReleaseLocks void may() {}
                }
                """))
        .containsExactly(
            "com.acme.Cache#ensure() @org.checkerframework.checker.lock.qual.EnsuresLockHeldIf"
                + "(a){ensures-if(a; when=FALSE)}",
            "com.acme.Cache#hold() @org.checkerframework.checker.lock.qual.Holding(a){requires(a)}",
            "com.acme.Cache#lock() @com.google.errorprone.annotations.concurrent.LockMethod"
                + "(a){acquires(a)}",
            "com.acme.Cache#may() @org.checkerframework.checker.lock.qual.MayReleaseLocks"
                + "{may-release(*)}",
            "com.acme.Cache#one @javax.annotation.concurrent.GuardedBy(this){guarded-by(this)}",
            "com.acme.Cache#three @androidx.annotation.GuardedBy(a){guarded-by(a)}",
            "com.acme.Cache#two @net.jcip.annotations.GuardedBy(two){guarded-by(two)}",
            "com.acme.Cache#unlock() @com.google.errorprone.annotations.concurrent.UnlockMethod"
                + "(a){releases(a)}");
  }

  @Test
  void locksAndStatesOfTypes() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.*;
                @DefinesLock(name = "mmap", label = "mmap lock", sameAs = "space.mmap")
                @DefinesLock(name = "stable", impliedBy = {"lock", "space.mmap"}, shared = false)
                @DefinesState(name = "attached", needs = "stable", excludes = "detached")
                class Cache { Cache space; Object lock; }
                """))
        .containsExactly(
            "com.acme.Cache defines-lock(mmap; label=\"mmap lock\"; same-as=space.mmap)"
                + " defines-lock(stable; implied-by=lock | space.mmap; shared=false)"
                + " defines-state(attached; excludes=?detached; needs=stable)");
  }

  @Test
  void leadingAssertions() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import java.util.concurrent.locks.*;
                import dev.holdfast.annotations.*;
                import dev.holdfast.region.*;
                import dev.holdfast.lockdep.LockDep;
                class Cache {
                  ReentrantLock lock; ReentrantReadWriteLock rw; Object m;
                  void a() { assert lock.isHeldByCurrentThread() : "x"; m = null; }
                  void b() { if (!Thread.holdsLock(m)) { throw new IllegalStateException(); } }
                  void c() { assert rw.isWriteLockedByCurrentThread() && !lock.isHeldByCurrentThread(); }
                  void d() { assert rw.getReadHoldCount() > 0 || rw.isWriteLockedByCurrentThread(); }
                  void e(Region r) { r.assertWriteLocked(); }
                  void f() { LockDep.assertHeld(lock); check(); }
                  @AssertsHeld("lock") void check() {}
                  void g(Unknown u) { u.assertLocked(); }
                  void h() { m = null; assert lock.isHeldByCurrentThread(); }
                  void i(AddressSpace s) { s.assertNotLocked(); }
                  void j(Unknown u) { u.assertEquals(1, 2); }
                }
                """))
        .containsExactly(
            "com.acme.Cache#a() asserts(lock)",
            "com.acme.Cache#b() asserts(m)",
            "com.acme.Cache#c() asserts(rw.writeLock()) asserts-not(lock)",
            "com.acme.Cache#check() asserts-held(lock)",
            "com.acme.Cache#d() asserts(rw.readLock() | rw.writeLock())",
            "com.acme.Cache#e(Region) asserts(#1.lock.writeLock())",
            "com.acme.Cache#f() asserts(lock)",
            "com.acme.Cache#g(Unknown) asserts(?#1.assertLocked())",
            "com.acme.Cache#i(AddressSpace) asserts-not(#1.mmap)");
  }

  @Test
  void overloadOfAnAssertionIsChosenByTheDeclaredType() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.lockdep.LockDep;
                import java.util.concurrent.locks.*;
                class Cache {
                  ReentrantReadWriteLock rw; Object m;
                  void a() { LockDep.assertHeld(rw); }
                  void b() { LockDep.assertHeld(m); }
                  void c(StampedLock s) { LockDep.assertHeld(s); }
                  void d() { LockDep.assertHeldForWrite(rw); }
                }
                """))
        .containsExactly(
            "com.acme.Cache#a() asserts(rw.readLock())",
            "com.acme.Cache#b() asserts(m)",
            "com.acme.Cache#c(StampedLock) asserts(#1.readLock())",
            "com.acme.Cache#d() asserts(rw)");
  }

  @Test
  void suppressionsOfFindingsOnly() {
    assertThat(
            linesOf(
                """
                package com.acme;
                class Cache {
                  @SuppressWarnings({"unchecked", "holdfast:LockNotHeld"}) void a() {}
                  @SuppressWarnings("holdfast") int b;
                  void c() { @SuppressWarnings("holdfast") int local = 1; }
                  @SuppressWarnings("rawtypes") void d() {}
                }
                """))
        .containsExactly(
            "com.acme.Cache#a() suppresses(holdfast:LockNotHeld)",
            "com.acme.Cache#b suppresses(holdfast)",
            "com.acme.Cache#c() suppresses(holdfast; at=local)");
  }

  /** As the compiler copies what a component says, by where each annotation may stand. */
  @Test
  void aComponentSpeaksForItsFieldAndItsAccessor() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.*;
                import java.lang.annotation.*;
                record Pair(
                    @GuardedBy("a") int guarded,
                    @Requires("a") int required,
                    @RunsInline Runnable run,
                    @Anywhere int any,
                    @OnMethods int onMethods,
                    @OnParameters int onParameters,
                    @OnMethods int declared,
                    Object a) {
                  public int declared() { return declared; }
                  @Requires("a") @interface Anywhere {}
                  @Requires("a") @Target({ElementType.METHOD, ElementType.TYPE}) @interface OnMethods {}
                  @Requires("a") @Target(ElementType.PARAMETER) @interface OnParameters {}
                }
                """))
        .containsExactly(
            "com.acme.Pair#any @com.acme.Pair.Anywhere{requires(a)}",
            "com.acme.Pair#any() @com.acme.Pair.Anywhere{requires(a)}",
            "com.acme.Pair#guarded guarded-by(a)",
            "com.acme.Pair#onMethods() @com.acme.Pair.OnMethods{requires(a)}",
            "com.acme.Pair#required() requires(a)",
            "com.acme.Pair.Anywhere requires(a)",
            "com.acme.Pair.OnMethods requires(a)",
            "com.acme.Pair.OnParameters requires(a)");
  }

  @Test
  void genericsNestedTypesRecordsLocalAndAnonymousClasses() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.*;
                import java.util.*;
                class Cache<T extends Comparable<T>> {
                  Object a;
                  @Requires("a") <E extends T> Map.Entry<T, E> f(T t, E[] es, List<? super T>... rest) { return null; }
                  @Requires("a") Cache(Map.Entry<T, T> e) {}
                  record Pair(@GuardedBy("lock") int x, Object lock) {
                    @Requires("lock") Pair {}
                  }
                  enum Color { RED { @Requires("this") void g() {} }; void g() {} }
                  void h() {
                    Object o = new Object() { @Requires("a") void anonymous() {} };
                    class Local { Object own; @Requires("own") void local() {} }
                  }
                  interface Api { @Requires("this") void call(int... xs); }
                }
                """))
        .containsExactly(
            "com.acme.Cache#<init>(Entry) requires(a)",
            "com.acme.Cache#f(Comparable,Comparable[],List[]) requires(a)",
            "com.acme.Cache#h()/Local#local() requires(own)",
            "com.acme.Cache#h()/new:Object#anonymous() requires(Cache.this.a)",
            "com.acme.Cache.Api#call(int[]) requires(this)",
            "com.acme.Cache.Color#RED/#g() requires(this)",
            "com.acme.Cache.Pair#<init>(int,Object) requires(#2)",
            "com.acme.Cache.Pair#x guarded-by(lock)");
  }

  @Test
  void repeatedAndContainedAnnotationsAreOneSet() {
    String source =
        """
        package com.acme;
        import dev.holdfast.annotations.*;
        class Cache { Object a, b; %s void f() {} }
        """;
    List<String> expected = List.of("com.acme.Cache#f() requires(a) requires(b)");

    assertThat(linesOf(source.formatted("@Requires({\"a\", \"b\"})"))).isEqualTo(expected);
    assertThat(linesOf(source.formatted("@Requires(\"b\") @Requires(\"a\")"))).isEqualTo(expected);
    assertThat(linesOf(source.formatted("@Requires.List({@Requires(\"b\"), @Requires(\"a\")})")))
        .isEqualTo(expected);
  }

  @Test
  void constantsOfTheFileAreFollowed() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.*;
                class Cache {
                  Object rw;
                  static final String LOCK = "rw";
                  @Requires(LOCK + ".readLock()") void f() {}
                  @Requires(Other.NAME) void g() {}
                }
                """))
        .containsExactly(
            "com.acme.Cache#f() requires(rw.readLock())",
            "com.acme.Cache#g() requires(?Other.NAME)");
  }

  @Test
  void newestSyntaxParses() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import module java.base;
                import dev.holdfast.annotations.*;
                class Cache {
                  Object a;
                  Cache(int x) { if (x < 0) { throw new IllegalArgumentException(); } super(); }
                  @Requires("a") int f(Object o) {
                    return switch (o) {
                      case Point(int x, _) when x > 0 -> x;
                      case Integer i -> i;
                      default -> 0;
                    };
                  }
                  record Point(int x, int y) {}
                }
                """))
        .containsExactly("com.acme.Cache#f(Object) requires(a)");
  }

  @Test
  void typeInAFileOfAnotherNameIsFound() {
    assertThat(
            lines(
                new MapTree()
                    .with(
                        "com/acme/Types.java",
                        "package com.acme; class Types {} class Shard { Object lock; }")
                    .with(
                        "com/acme/Cache.java",
                        """
                        package com.acme;
                        import dev.holdfast.annotations.Requires;
                        class Cache extends Shard {
                          @Requires("lock") void f(@Requires("lock") Shard s) {}
                        }
                        """)))
        .containsExactly("com.acme.Cache#f(Shard) requires(#1.lock) requires(lock)");
  }

  @Test
  void boundOfATypeVariableIsItsType() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.Requires;
                class Cache<S extends Cache.Shard> {
                  void f(@Requires("lock") S s) {}
                  static class Shard { Object lock; }
                }
                """))
        .containsExactly("com.acme.Cache#f(Shard) requires(#1.lock)");
  }

  @Test
  void localEnumDoesNotHideTheRestOfTheFile() {
    assertThat(
            linesOf(
                """
                package com.acme;
                import dev.holdfast.annotations.Requires;
                class Cache {
                  Object a;
                  void f() {
                    enum Side { LEFT { int v() { return '}'; } }, RIGHT; /* } */ int v() { return 1; } }
                    enum Other implements Runnable { ONE; public void run() {} }
                    @Deprecated enum Third { }
                  }
                  @Requires("a") void g() {}
                }
                """))
        .containsExactly("com.acme.Cache#g() requires(a)");
  }

  @Test
  void sourceWithoutAClassIsTheClassOfTheFile() {
    assertThat(
            lines(
                new MapTree()
                    .with(
                        "Main.java",
                        """
                        Object lock;
                        @dev.holdfast.annotations.Requires("lock") void f() {}
                        void main() {}
                        """)))
        .containsExactly("Main#f() requires(lock)");
  }

  @Test
  void whatIsNoExpressionIsQuoted() {
    List<String> lines =
        linesOf(
            """
            package com.acme;
            import dev.holdfast.annotations.*;
            class Cache {
              Object a;
              @Requires("a()(") void f() {}
              @GuardedBy("") int b;
            }
            """);

    assertThat(lines)
        .containsExactly(
            "com.acme.Cache#b guarded-by(?\"\")", "com.acme.Cache#f() requires(?\"a()(\")");
    assertThat(lines).allMatch(line -> ContractLine.parse(line).print().equals(line));
  }

  @Test
  void unparsableFileIsAProblemAndTheRestIsRead() {
    MapTree tree =
        new MapTree()
            .with("A.java", "class A { void f( }")
            .with("B.java", "class B { @dev.holdfast.annotations.Requires(\"this\") void f() {} }");

    SourceContracts.Result result = new SourceContracts(tree).readAll((done, total) -> {});

    assertThat(result.lines())
        .extracting(ContractLine::print)
        .containsExactly("B#f() requires(this)");
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).path()).isEqualTo("A.java");
    assertThat(result.problems().get(0).message()).startsWith("does not parse at line 1");
  }
}
