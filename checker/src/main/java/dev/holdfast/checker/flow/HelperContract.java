package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads off an analysed helper what its callers may go by, beyond what it declares. */
final class HelperContract {
  private final BodyAnalyzer body;
  private final Inference inference;
  private final SurelyRun surely;
  private final List<Clause> effects = new ArrayList<>();

  /** What the analysis of a body tells. */
  HelperContract(BodyAnalyzer body) {
    this.body = body;
    this.inference = body.inference;
    this.surely = new SurelyRun(body.memberTree);
  }

  /** The declared contract with what the body needs, excludes, takes and leaves. */
  Contract with(Map<Path, Inference.Inferred> needs, Contract declared) {
    List<Clause> clauses = new ArrayList<>();
    needs.forEach(
        (template, need) ->
            clauses.add(
                new Clause(
                    Clause.Kind.REQUIRES,
                    List.of(new LockRef(template, need.mode(), "")),
                    null,
                    false,
                    Origin.inferred(need.site(), need.of(), need.text()))));
    clauses.addAll(surely(inference.excluded, Clause.Kind.EXCLUDES));
    clauses.addAll(effects);
    List<Clause> meanwhile = surely(inference.taken, Clause.Kind.ACQUIRES);
    return clauses.isEmpty() && meanwhile.isEmpty()
        ? declared
        : Contract.withClauses(declared, clauses, meanwhile);
  }

  /** What holds of each call of the method, under no condition; of what it needs, under any. */
  private List<Clause> surely(Map<Path, Inference.Inferred> found, Clause.Kind kind) {
    List<Clause> result = new ArrayList<>();
    found.forEach(
        (lock, each) -> {
          Path template = body.toTemplate(lock);
          boolean counts = inference.isInTheWay(lock) || surely.contains(each.site());
          if (template != null && counts) {
            result.add(clause(kind, template, each.mode(), each.site()));
          }
        });
    return result;
  }

  /**
   * Reads what the body leaves behind: its callers go on as it behaves, and what they cannot name
   * is reported.
   */
  void readEffects() {
    if (body.normalExits.isEmpty()) {
      return;
    }
    IntMap<Hold> common = heldAtEachExit();
    body.leaks.reportLeft(lock -> common.has(lock.id) && body.toTemplate(lock) != null);
    Set<Path> entry = inference.assumed;
    common.forEach(
        (id, hold) -> {
          Path lock = body.pool.byId(id);
          Path template = body.toTemplate(lock);
          boolean taken = !hold.entry() && !entry.contains(lock) && !isExcused(lock);
          if (taken && template != null && lock.isDefinite()) {
            LockRef ref = new LockRef(template, hold.mode(), "");
            effects.add(
                new Clause(Clause.Kind.ACQUIRES, List.of(ref), null, true, Origin.inferred(null)));
          }
        });
    for (Path lock : entry) {
      boolean gone = body.normalExits.stream().noneMatch(world -> isKept(world, lock));
      Path template = body.toTemplate(lock);
      if (gone && template != null) {
        effects.add(clause(Clause.Kind.RELEASES, template, null, null));
      }
    }
    if (!body.contract.has(Clause.Kind.TESTS_HELD)) {
      for (LockRef ref : inference.testedBy(body.memberTree)) {
        Path template = body.toTemplate(ref.lock());
        if (template != null) {
          effects.add(clause(Clause.Kind.TESTS_HELD, ref.at(template), null));
        }
      }
    }
  }

  /** Whether the hold that there was on entry goes on, the lock may have got another name since. */
  private boolean isKept(World world, Path lock) {
    return world.holds.any(
        (id, hold) ->
            id == lock.id || hold.entry() && body.pool.latest(body.pool.byId(id)) == lock);
  }

  private boolean isExcused(Path lock) {
    return body.normalExits.stream().anyMatch(world -> body.acquisitions.isExcused(world, lock));
  }

  private IntMap<Hold> heldAtEachExit() {
    IntMap<Hold> common = null;
    for (World world : body.normalExits) {
      IntMap<Hold> holds = world.holds;
      common =
          common == null
              ? holds
              : IntMap.join(
                  common, holds, (key, a, b) -> a != null && b != null && a.equals(b) ? a : null);
    }
    return common;
  }

  private static Clause clause(Clause.Kind kind, Path lock, Mode mode, Tree site) {
    return clause(kind, new LockRef(lock, mode, ""), site);
  }

  private static Clause clause(Clause.Kind kind, LockRef ref, Tree site) {
    return new Clause(kind, List.of(ref), null, false, Origin.inferred(site));
  }
}
