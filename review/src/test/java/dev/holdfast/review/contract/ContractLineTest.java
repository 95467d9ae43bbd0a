package dev.holdfast.review.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContractLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Cache#get(Object) requires(rw.readLock())",
        "A#f(int,Shard[]) requires(#2.lock) requires(a | b) excludes(c)",
        "A#f() requires()",
        "A#x guarded-by(read=a | b; write=a & b)",
        "A#x guarded-by(racy-reads; write=lock)",
        "A#f() acquires-if(a; blocking; when=NON_NULL)",
        "A#f() unchecked(reason=\"a (b; \\\"c\\\"] } d\")",
        "A#f() same-object(return.space == this)",
        "A#f() requires(stripes[#1.hash(\"|)\") & 7])",
        "A defines-lock(mmap; implied-by=a | b; label=\"mmap lock\"; reentrant; within=space.mmap)",
        "A#f() excludes(a) @com.acme.X(#1){requires(#1.lock) excludes(com.acme.R.class)} @com.acme.Y{acquires(a)}",
        "A lock-scope()",
        "A#f() requires(blocking)",
        "A#f()/new:Runnable~2#run() @?GuardedBy(lock){guarded-by(?lock)}"
      })
  void printedAndParsedIsTheSame(String text) {
    assertThat(ContractLine.parse(text).print()).isEqualTo(text);
  }

  @Test
  void orderAndDuplicatesDoNotMatter() {
    Contract a = Contract.of(ContractKind.REQUIRES, "a");
    Contract b = Contract.of(ContractKind.EXCLUDES, "b");

    assertThat(new ContractLine("A#f()", List.of(b, a, a)).print())
        .isEqualTo("A#f() requires(a) excludes(b)");
  }

  @Test
  void linesAreSortedByMember() {
    ContractLine first =
        new ContractLine("A#a", List.of(Contract.of(ContractKind.GUARDED_BY, "x")));
    ContractLine second = new ContractLine("B", List.of(Contract.of(ContractKind.LOCK_SCOPE)));

    assertThat(ContractLine.print(List.of(second, first)))
        .isEqualTo("A#a guarded-by(x)\nB lock-scope()\n");
  }

  @Test
  void whatIsNoLineIsNamedByNumber() {
    assertThatThrownBy(() -> ContractLine.parseAll("# list\nA#f() requires(a)\nA#g() needs(a)\n"))
        .hasMessage("line 3: unknown contract 'needs'");
    assertThatThrownBy(() -> ContractLine.parse("A#f() requires(a"))
        .hasMessageStartingWith("expected ')'");
    assertThatThrownBy(() -> ContractLine.parse("A#f()"))
        .hasMessage("a member without a contract: 'A#f()'");
  }

  @Test
  void displayLeavesOutPackagesButNotInLiterals() {
    assertThat(Contract.of(ContractKind.REQUIRES, "com.acme.Registry.LOCK").display())
        .isEqualTo("requires(Registry.LOCK)");
    assertThat(Contract.of(ContractKind.REQUIRES, "rw.readLock()").display())
        .isEqualTo("requires(rw.readLock())");
  }
}
