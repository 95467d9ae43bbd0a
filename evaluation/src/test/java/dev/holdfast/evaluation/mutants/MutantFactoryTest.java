package dev.holdfast.evaluation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MutantFactoryTest {
  @TempDir private Path directory;

  @Test
  void blockAroundGuardedAccessLosesItsSynchronized() throws IOException {
    assertThat(mutate("void m() { synchronized (this) { a = 3; } }"))
        .contains("REMOVE_SYNCHRONIZED DECLARED: void m() { { a = 3; } }");
  }

  @Test
  void methodWithGuardedAccessLosesItsModifier() throws IOException {
    assertThat(mutate("public synchronized void m() { a = 3; }"))
        .containsExactly("REMOVE_SYNCHRONIZED DECLARED: public void m() { a = 3; }");
  }

  @Test
  void guardedStatementMovesBehindTheBlock() throws IOException {
    assertThat(mutate("void m() { synchronized (this) { f(); a = 3; } f(); }"))
        .contains(
            "MOVE_PAST_RELEASE DECLARED: void m() { synchronized (this) { f();  } a = 3; f(); }");
  }

  @Test
  void callOfAnAnnotatedMethodCountsLikeAnAccess() throws IOException {
    assertThat(mutate("void m() { synchronized (this) { needsThis(); } }")).hasSize(2);
  }

  @Test
  void lockCallAndUnlockAreRemovedEachOnItsOwn() throws IOException {
    assertThat(mutate("void m() { lock.lock(); try { b = 3; } finally { lock.unlock(); } }"))
        .containsExactlyInAnyOrder(
            "REMOVE_ACQUISITION DECLARED: void m() { ; try { b = 3; } finally { lock.unlock(); } }",
            "REMOVE_RELEASE DECLARED: void m() { lock.lock(); try { b = 3; } finally { ; } }",
            "MOVE_PAST_RELEASE DECLARED: void m() { lock.lock(); try {  }"
                + " finally { lock.unlock(); } b = 3; }");
  }

  @Test
  void lockTakenInsideTheTryIsFollowedToItsFinally() throws IOException {
    assertThat(mutate("void m() { try { lock.lock(); b = 3; } finally { lock.unlock(); } }"))
        .hasSize(3);
  }

  @Test
  void everyEarlyReleaseIsAMutantOfItsOwn() throws IOException {
    assertThat(
            mutate(
                "void m() { lock.lock(); if (b > 3) { lock.unlock(); return; } lock.unlock(); }"))
        .filteredOn(mutant -> mutant.startsWith("REMOVE_RELEASE"))
        .hasSize(2);
  }

  @Test
  void conditionThatTakesTheLockBecomesTrue() throws IOException {
    assertThat(
            mutate(
                "void m() { if (lock.tryLock()) { try { b = 3; } finally { lock.unlock(); } } }"))
        .contains(
            "REMOVE_ACQUISITION DECLARED: void m() { if (true) { try { b = 3; }"
                + " finally { lock.unlock(); } } }");
  }

  @Test
  void writeLockBecomesReadLockAtBothEnds() throws IOException {
    assertThat(
            mutate(
                "void m() { rw.writeLock().lock(); try { c = 3; }"
                    + " finally { rw.writeLock().unlock(); } }"))
        .contains(
            "WEAKEN_TO_READ DECLARED: void m() { rw.readLock().lock(); try { c = 3; }"
                + " finally { rw.readLock().unlock(); } }");
  }

  @Test
  void writeLockUnderWhichNothingIsWrittenIsNotWeakened() throws IOException {
    assertThat(
            mutate(
                "int m() { rw.writeLock().lock(); try { return c; }"
                    + " finally { rw.writeLock().unlock(); } }"))
        .noneMatch(mutant -> mutant.startsWith("WEAKEN"));
  }

  @Test
  void monitorOfALockIsAnotherLock() throws IOException {
    assertThat(mutate("void m() { synchronized (lock) { b = 3; } }")).isEmpty();
  }

  @Test
  void viewInALocalIsNoAcquisition() throws IOException {
    assertThat(mutate("void m() { Lock w = rw.writeLock(); c = 3; }")).isEmpty();
  }

  @Test
  void readLockIsNotWeakened() throws IOException {
    assertThat(
            mutate(
                "int m() { rw.readLock().lock(); try { return c; }"
                    + " finally { rw.readLock().unlock(); } }"))
        .noneMatch(mutant -> mutant.startsWith("WEAKEN"));
  }

  @Test
  void stampedWriteLockIsRemovedAndWeakened() throws IOException {
    assertThat(
            mutate(
                "void m() { long s = stamped.writeLock(); try { d = 3; }"
                    + " finally { stamped.unlockWrite(s); } }"))
        .contains(
            "REMOVE_ACQUISITION DECLARED: void m() { long s = 0L; try { d = 3; }"
                + " finally { stamped.unlockWrite(s); } }",
            "WEAKEN_TO_READ DECLARED: void m() { long s = stamped.readLock(); try { d = 3; }"
                + " finally { stamped.unlockRead(s); } }");
  }

  @Test
  void needOfAPrivateHelperIsTheNeedOfItsCall() throws IOException {
    assertThat(mutate("private void h() { a = 3; } void m() { synchronized (this) { h(); } }"))
        .hasSize(2);
  }

  @Test
  void leadingAssertionIsANeed() throws IOException {
    assertThat(
            mutate(
                "void h() { assert Thread.holdsLock(this); } void m() { synchronized (this) { h(); } }"))
        .anyMatch(mutant -> mutant.startsWith("REMOVE_SYNCHRONIZED ASSERTED"));
  }

  @Test
  void fieldWithSeveralGuardsIsLeftAlone() throws IOException {
    assertThat(mutate("void m() { synchronized (this) { several = 3; } }")).isEmpty();
  }

  @Test
  void waitNeedsItsMonitor() throws IOException {
    assertThat(mutate("void m() throws Exception { synchronized (other) { other.wait(); } }"))
        .containsExactly(
            "REMOVE_SYNCHRONIZED LIBRARY: void m() throws Exception { { other.wait(); } }");
  }

  @Test
  void balancedCallsAloneAreTheLibrarysContract() throws IOException {
    assertThat(mutate("void m() { lock.lock(); f(); lock.unlock(); }"))
        .hasSize(2)
        .allMatch(mutant -> mutant.contains(" LIBRARY: "));
  }

  @Test
  void siteWithoutANeedIsLeftAlone() throws IOException {
    assertThat(mutate("void m() { synchronized (this) { f(); } }")).isEmpty();
  }

  @Test
  void siteOfAnotherLockIsLeftAlone() throws IOException {
    assertThat(mutate("void m() { synchronized (other) { synchronized (this) { a = 3; } } }"))
        .noneMatch(mutant -> mutant.contains("{ { synchronized"));
  }

  @Test
  void innerOfTwoHoldsIsRedundant() throws IOException {
    assertThat(mutate("synchronized void m() { synchronized (this) { a = 3; } }")).isEmpty();
  }

  @Test
  void siteWhereTheMethodNeedsTheLockItselfIsRedundant() throws IOException {
    assertThat(mutate("@GuardedBy(\"this\") void m() { synchronized (this) { a = 3; } }"))
        .isEmpty();
  }

  @Test
  void helperThatTakesWhatAllItsCallersHoldIsRedundant() throws IOException {
    String helper = "private void h() { synchronized (this) { a = 3; } } ";
    assertThat(mutate(helper + "synchronized void m() { h(); }"))
        .noneMatch(mutant -> mutant.contains("private void h() { { a = 3; } }"));
    assertThat(mutate(helper + "synchronized void m() { h(); } void n() { h(); }"))
        .anyMatch(mutant -> mutant.contains("private void h() { { a = 3; } }"));
  }

  @Test
  void constructorNeedsNoLockOfItsOwnObject() throws IOException {
    assertThat(mutate("Sample() { synchronized (this) { a = 3; } }")).isEmpty();
  }

  @Test
  void lambdaInsideABlockIsAnotherBody() throws IOException {
    assertThat(mutate("void m() { synchronized (this) { Runnable r = () -> a = 3; } }")).isEmpty();
  }

  @Test
  void localThatHidesAGuardedFieldIsNoAccess() throws IOException {
    assertThat(mutate("void m(int a) { synchronized (this) { a = 3; } }")).isEmpty();
  }

  @Test
  void guardIsTheReceiversLock() throws IOException {
    assertThat(mutate("void m(Sample s) { synchronized (s) { s.a = 3; } }")).hasSize(2);
    assertThat(mutate("void m(Sample s) { synchronized (this) { s.a = 3; } }")).isEmpty();
  }

  /**
   * The mutants of a member of a class with a few guarded fields, with the member's changed text.
   */
  private List<String> mutate(String member) throws IOException {
    String head =
        """
        import java.util.concurrent.locks.*;
        @interface GuardedBy { String[] value(); }
        class Sample {
          @GuardedBy({"this", "lock"}) int several;
          @GuardedBy("this") int a;
          @GuardedBy("lock") int b;
          @GuardedBy("rw") int c;
          final Lock lock = new ReentrantLock();
          final ReadWriteLock rw = new ReentrantReadWriteLock();
          @GuardedBy("stamped") int d;
          final StampedLock stamped = new StampedLock();
          final Object other = new Object();
          void f() {}
          @GuardedBy("this") void needsThis() {}
        """;
    String text = head + member + "\n}\n";
    Path file = Files.writeString(directory.resolve("Sample.java"), text);
    return MutantFactory.mutantsOf(file, List.of(directory)).stream()
        .map(
            mutant -> {
              String changed = mutant.apply(text);
              String body = changed.substring(head.length(), changed.length() - 3);
              return mutant.operator() + " " + mutant.contract() + ": " + body;
            })
        .toList();
  }
}
