package dev.holdfast.review.diff;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import dev.holdfast.review.source.SourceMember;
import java.util.List;

/** The verdict on a change of one member, where it is not the usual one of its kind. */
final class Judgement {
  private Judgement() {}

  static Verdict of(
      ChangeKind kind, List<Contract> before, List<Contract> after, SourceMember head) {
    Verdict verdict = kind.verdict();
    boolean mayRelease =
        kind == ChangeKind.EFFECT_DROPPED && before.get(0).kind() == ContractKind.MAY_RELEASE;
    if (mayRelease) {
      /* Callers keep more facts than before. */
      verdict = Verdict.COMPATIBLE;
    }
    if (kind == ChangeKind.PROMISE_ADDED && head.overridable()) {
      /* Overriding methods must promise as much. */
      verdict = Verdict.BREAKING;
    }
    boolean local = head.access() == SourceMember.Access.PRIVATE;
    if (verdict == Verdict.BREAKING && local) {
      /* All who can use it stand in the same file and are checked with it. */
      verdict = Verdict.COMPATIBLE;
    }
    return verdict;
  }
}
