package dev.holdfast.checker.random;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.random.Judge.Kind;
import dev.holdfast.checker.random.Judge.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Compares what was found in a program with what is wrong in it.
 *
 * @param missed what is wrong first on some path without a finding about that lock
 * @param invented findings about what is wrong on no path, even if each test went either way
 * @param uncorrelated findings about what is wrong only if a test goes one way now and the other
 *     way later
 */
record Comparison(List<String> missed, List<String> invented, List<String> uncorrelated) {
  private static final Map<String, Set<Kind>> KINDS =
      Map.of(
          "UnguardedAccess", Set.of(Kind.ACCESS),
          "LockNotHeld", Set.of(Kind.ACCESS, Kind.NEED, Kind.RELEASE),
          "LockExcluded", Set.of(Kind.EXCLUDED),
          "ReleaseNotHeld", Set.of(Kind.RELEASE),
          "DoubleAcquire", Set.of(Kind.DOUBLE),
          "InconsistentLocking", Set.of(Kind.DOUBLE),
          "LockLeak", Set.of(Kind.LEAK),
          "LockLeakOnThrow", Set.of(Kind.LEAK_ON_THROW),
          "BrokenContract", Set.of(Kind.BROKEN));

  /** What is found where a path ends anyway. */
  private static final Set<String> AT_EXITS =
      Set.of("LockLeak", "LockLeakOnThrow", "BrokenContract");

  /** The rules by which programs are judged. */
  static final Set<String> RULES = KINDS.keySet();

  /**
   * Compares.
   *
   * @param lines the line of each statement
   * @throws State.Undecided if nobody knows what is wrong with the program
   */
  static Comparison of(Program program, List<Diagnostic> findings, ToIntFunction<Statement> lines) {
    Oracle.Answer exact = Oracle.ask(program, true);
    Oracle.Answer relaxed = Oracle.ask(program, false);
    List<String> missed = new ArrayList<>();
    for (Violation violation : exact.first()) {
      if (findings.stream().noneMatch(finding -> speaksOf(finding, violation, program, lines))) {
        missed.add(violation.kind() + " " + violation.lock() + place(violation, lines));
      }
    }
    List<String> invented = new ArrayList<>();
    List<String> uncorrelated = new ArrayList<>();
    for (Diagnostic finding : findings) {
      String words = finding.rule() + " line " + finding.range().line() + ": " + finding.message();
      if (isNowhere(finding, relaxed, lines)) {
        invented.add(words);
      } else if (isNowhere(finding, exact, lines)) {
        uncorrelated.add(words);
      }
    }
    return new Comparison(missed, invented, uncorrelated);
  }

  private static String place(Violation violation, ToIntFunction<Statement> lines) {
    return violation.at() == null ? "" : " line " + lines.applyAsInt(violation.at());
  }

  private static boolean isNowhere(
      Diagnostic finding, Oracle.Answer answer, ToIntFunction<Statement> lines) {
    return answer.all().stream().noneMatch(violation -> isThis(finding, violation, lines));
  }

  private static boolean isThis(
      Diagnostic finding, Violation violation, ToIntFunction<Statement> lines) {
    return KINDS.getOrDefault(finding.rule(), Set.of()).contains(violation.kind())
        && (!finding.rule().equals("LockNotHeld") || isNeed(violation))
        && (violation.at() == null || lines.applyAsInt(violation.at()) == finding.range().line());
  }

  /** A release needs the lock only where a helper makes it, which its callers hear of as a need. */
  private static boolean isNeed(Violation violation) {
    return violation.kind() != Kind.RELEASE
        || violation.at() == null
        || violation.at() instanceof Statement.CallHelper;
  }

  /**
   * What else is wrong with a lock may be silent: it may be the same mistake. A path on which a
   * call lacks what a helper needs is given up there.
   */
  private static boolean speaksOf(
      Diagnostic finding, Violation violation, Program program, ToIntFunction<Statement> lines) {
    if (isThis(finding, violation, lines)) {
      return true;
    }
    boolean atCallOfHelper =
        finding.rule().equals("LockNotHeld")
            && program.helpers().stream().anyMatch(h -> finding.message().contains(h.name));
    return atCallOfHelper
        || finding.message().contains("on some of the paths")
        || program.hasNodes() && perhapsSpeaksOfNode(finding, violation)
        || !AT_EXITS.contains(finding.rule()) && isAbout(finding, violation.lock());
  }

  /**
   * What a join was reported for already goes by the name that it has there, and by which local a
   * lock was taken that is left held is not known.
   */
  private static boolean perhapsSpeaksOfNode(Diagnostic finding, Violation violation) {
    return violation.lock().equals(Nodes.LOCK_OF_ANY)
        || finding.message().contains("some of the paths")
        || violation.kind() == Kind.RELEASE
            && !AT_EXITS.contains(finding.rule())
            && finding.message().contains(".lock'");
  }

  /** Whether a finding is about the lock in a field of that name. */
  static boolean isAbout(Diagnostic finding, String lock) {
    String subject = finding.message().replaceFirst("; held: .*", "");
    return subject.contains("'this." + lock + "'") || subject.contains("'" + lock + "'");
  }
}
