package dev.holdfast.review.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.review.contract.ContractLine;
import dev.holdfast.review.source.MapTree;
import dev.holdfast.review.source.SourceContracts;
import dev.holdfast.review.source.SourceMember;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContractListTest {
  private static final String SOURCE =
      """
      import dev.holdfast.annotations.*;
      class A {
        Object lock;
        %s void f() {}
        void g(@Requires("lock") A a) {}
      }
      """;

  private static SourceContracts.Result read(String annotation) {
    MapTree tree = new MapTree().with("A.java", SOURCE.formatted(annotation));
    return new SourceContracts(tree).readAll((done, total) -> {});
  }

  private static List<String> changes(String list, List<SourceMember> head) {
    return ContractDiff.ofList("lock-contracts.txt", ContractLine.parseAll(list), head)
        .changes()
        .stream()
        .map(c -> c.place().path() + " " + c.member() + " " + c.summary())
        .toList();
  }

  @Test
  void sameListChangesNothing() {
    SourceContracts.Result head = read("@Excludes(\"lock\")");

    assertThat(changes(ContractLine.print(head.lines()), head.members())).isEmpty();
  }

  @Test
  void contractThatIsNotListedIsAdded() {
    assertThat(changes("A#g(A) requires(#1.lock)\n", read("@Excludes(\"lock\")").members()))
        .containsExactly("A.java A#f() exclusion added: excludes(lock)");
  }

  @Test
  void contractThatIsListedAndGoneIsDropped() {
    String list = "A#f() requires(lock)\nA#g(A) requires(#1.lock)\nB#h() requires(lock)\n";

    assertThat(changes(list, read("").members()))
        .containsExactlyInAnyOrder(
            "A.java A#f() requirement dropped: requires(lock)",
            "lock-contracts.txt B#h() member removed: requires(lock)");
  }
}
