package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Guard;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.flow.World.RacyRead;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Checks accesses to guarded fields, reads under an optimistic stamp among them. */
final class Accesses {
  /**
   * The field access that is read in order to change the object that the field holds: that is a
   * write of the field, by a mutating call or an element store.
   */
  private Tree mutated;

  /** The expression whose monitor is about to be taken. */
  Tree monitor;

  /** The expression whose object is about to be used, and not merely handed on. */
  private Tree used;

  /** The object that a method reference is made for: it is used when the reference is called. */
  Tree bound;

  private final Checks checks;
  private final Contracts contracts;
  private final Identity identity;
  private final Describer describer;

  /** What to say of an optimistic read that turns out to be used unvalidated. */
  record RacyReport(String subject, Need need) {}

  Accesses(Checks checks) {
    this.checks = checks;
    this.contracts = checks.contracts;
    this.identity = checks.identity;
    this.describer = checks.describer;
  }

  /**
   * Evaluates what is about to be used.
   *
   * @param object the expression whose object is used, or null
   * @param changed the expression whose object is changed, or null
   */
  void using(ExpressionTree object, ExpressionTree changed, Runnable evaluation) {
    Tree outerUsed = used;
    Tree outerMutated = mutated;
    used = object == null ? used : Env.plain(object);
    mutated = changed == null ? mutated : Env.plain(changed);
    evaluation.run();
    used = outerUsed;
    mutated = outerMutated;
  }

  /** The array that an element store is about: the outermost, which the others are part of. */
  static ExpressionTree storedInto(ArrayAccessTree element) {
    ExpressionTree array = Env.plain(element.getExpression());
    return array instanceof ArrayAccessTree outer ? storedInto(outer) : array;
  }

  /**
   * Checks the use of an object that a guarded field refers to where it goes by another name than
   * the field's, or of a view of it.
   *
   * @param name the expression whose object is used
   * @param objectOf what each world has for it
   */
  void useByOtherName(ExpressionTree name, Function<World, Path> objectOf, boolean write) {
    ExpressionTree site = Env.plain(name);
    boolean writes = write || site == mutated;
    boolean other = isOtherName(site);
    Function<World, Path> fieldOf = world -> meant(world, objectOf.apply(world), other, writes);
    Path first = checks.st.stream().map(fieldOf).filter(Objects::nonNull).findFirst().orElse(null);
    if (first == null) {
      return;
    }
    VariableElement field = (VariableElement) first.key;
    List<World> rest =
        checks.setAside(
            world -> {
              Path meant = fieldOf.apply(world);
              return meant == null || meant.key != field;
            });
    using(site, null, () -> access(site, field, world -> fieldOf.apply(world).base, writes));
    checks.st = new ArrayList<>(checks.st);
    checks.st.addAll(rest);
  }

  /**
   * Whether the expression may give the object of a field without naming the field: a local, or a
   * call that gives what its contract says.
   */
  boolean isOtherName(ExpressionTree name) {
    ExpressionTree plain = Env.plain(name);
    return plain instanceof MethodInvocationTree
        ? checks.element(plain) instanceof ExecutableElement callee
            && contracts.of(callee).returns() != null
        : plain instanceof IdentifierTree
            && checks.element(plain) instanceof VariableElement variable
            && !variable.getKind().isField();
  }

  /**
   * The guarded field whose object, or a view of it, is at hand. A field that may be given another
   * object leaves the old one to whoever has it: that is still the field's at most as long as the
   * guard is held.
   */
  private Path meant(World world, Path object, boolean byOtherName, boolean write) {
    Path at = object == null ? null : identity.canonical(world, object);
    if (at == null || Results.isView(at)) {
      return at == null ? null : at.base;
    }
    boolean isFields =
        byOtherName
            && Results.isOfGuardedField(contracts, at)
            && (contracts.isStable((VariableElement) at.key) || write && isHeldToRead(world, at));
    return isFields ? at : null;
  }

  /** Whether the guards of a field are held so that it may be read. */
  private boolean isHeldToRead(World world, Path field) {
    VariableElement variable = (VariableElement) field.key;
    return contracts.guards(variable).stream()
        .allMatch(
            guard ->
                needs(world, variable, field.base, guard.read(), false, guard).stream()
                    .anyMatch(need -> checks.isMet(world, need)));
  }

  /** Checks the reading of what a pipeline views: what consumes it gives an object of its own. */
  void consume(Tree site, VariableElement field, Path base) {
    Tree outer = mutated;
    mutated = null;
    access(site, field, world -> base, false);
    mutated = outer;
  }

  /** Checks an access to a field of the object that each world has at {@code baseOf}. */
  void access(Tree site, VariableElement field, Function<World, Path> baseOf, boolean write) {
    boolean writes = write || site == mutated;
    if (contracts.guard(field) == null || !writes && isMerelyNamed(field, site)) {
      return;
    }
    if (site instanceof MemberSelectTree select && !Env.isStatic(field)) {
      for (World world : checks.st) {
        Path base = baseOf.apply(world);
        if (base != null) {
          describer.name(identity.canonical(world, base), select.getExpression());
        }
      }
    }
    for (Guard guard : contracts.guards(field)) {
      guardedAccess(site, field, baseOf, writes, guard);
      if (site instanceof MemberSelectTree select) {
        List<LockRef> locks = writes ? guard.write() : guard.read();
        checks.acquisitions.checkStable(
            site,
            select.getExpression(),
            world -> needs(world, field, baseOf.apply(world), locks, writes, guard));
      }
    }
    describer.forgetNames();
  }

  /**
   * A field that is its own guard and never changes may be read freely, and any that is so to take
   * the guard; what it refers to may not be used. So may one that never changes to make a method
   * reference.
   */
  private boolean isMerelyNamed(VariableElement field, Tree site) {
    boolean freely = contracts.isStable(field) && site != used;
    return freely && site == bound
        || contracts.guardsItself(field) && (freely || leadsTo(monitor, site));
  }

  /** Whether an expression is reached through another one, by fields. */
  private static boolean leadsTo(Tree end, Tree part) {
    Tree at = end;
    while (at != part && at instanceof MemberSelectTree select) {
      at = Env.plain(select.getExpression());
    }
    return at == part;
  }

  private void guardedAccess(
      Tree site, VariableElement field, Function<World, Path> baseOf, boolean write, Guard guard) {
    List<LockRef> locksNeeded = write ? guard.write() : guard.read();
    if (locksNeeded.isEmpty()) {
      return;
    }
    boolean foreign = guard.origin().source() == Origin.Source.FOREIGN;
    String subject = write ? "writing" : "reading";
    if (write) {
      List<World> before = checks.st;
      List<World> rest = before;
      for (LockRef ref : locksNeeded) {
        checks.st = before;
        checks.require(
            site,
            Rule.UNGUARDED_ACCESS,
            subject(subject, field, baseOf),
            foreign,
            world -> needs(world, field, baseOf.apply(world), List.of(ref), true, guard));
        List<World> good = rest.stream().filter(checks.st::contains).toList();
        rest = good.isEmpty() ? rest : good;
      }
      checks.st = new ArrayList<>(rest);
      return;
    }
    if (optimistic(site, field, baseOf, guard)) {
      return;
    }
    checks.require(
        site,
        Rule.UNGUARDED_ACCESS,
        subject(subject, field, baseOf),
        foreign,
        world -> needs(world, field, baseOf.apply(world), locksNeeded, false, guard));
  }

  /** A read under an unvalidated stamp is put off until the stamp is validated. */
  private boolean optimistic(
      Tree site, VariableElement field, Function<World, Path> baseOf, Guard guard) {
    boolean[] any = {false};
    List<World> result = new ArrayList<>();
    List<World> rest = new ArrayList<>();
    for (World world : checks.st) {
      Path base = baseOf.apply(world);
      List<Need> needs = needs(world, field, base, guard.read(), false, guard);
      boolean met = needs.isEmpty() || needs.stream().anyMatch(need -> checks.isMet(world, need));
      Path stamp = met ? null : openStamp(world, needs);
      if (stamp == null) {
        rest.add(world);
      } else {
        any[0] = true;
        World next = world.copy();
        List<RacyRead> reads = new ArrayList<>(world.racyHere);
        Need need = needs.get(0);
        reads.add(
            new RacyRead(
                site, stamp, need.lock(), new RacyReport(subject("reading", field, baseOf), need)));
        next.racyHere = List.copyOf(reads);
        result.add(next);
      }
    }
    if (!any[0]) {
      return false;
    }
    checks.st = rest;
    if (!rest.isEmpty()) {
      checks.require(
          site,
          Rule.UNGUARDED_ACCESS,
          subject("reading", field, baseOf),
          guard.origin().source() == Origin.Source.FOREIGN,
          world -> needs(world, field, baseOf.apply(world), guard.read(), false, guard));
    }
    checks.st.addAll(result);
    return true;
  }

  private Path openStamp(World world, List<Need> needs) {
    for (Need need : needs) {
      Path lock = identity.lock(world, need.lock(), need.mode()).path();
      Path found =
          world.stamps.first(
              (id, stamp) ->
                  stamp.mode() == null && stamp.lock() == lock ? checks.pool.byId(id) : null);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private String subject(String verb, VariableElement field, Function<World, Path> baseOf) {
    World world = checks.st.isEmpty() ? null : checks.st.get(0);
    Path base = world == null ? null : baseOf.apply(world);
    if (base == null) {
      return verb
          + " '"
          + field.getEnclosingElement().getSimpleName()
          + "."
          + field.getSimpleName()
          + "'";
    }
    Path object = identity.canonical(world, base);
    return verb + " '" + describer.path(world, checks.pool.field(object, field)) + "'";
  }

  private List<Need> needs(
      World world,
      VariableElement field,
      Path base,
      List<LockRef> refs,
      boolean write,
      Guard guard) {
    Path object = base == null ? null : identity.canonical(world, base);
    if (object != null && world.fresh.has(object.id)
        || object == null && checks.isOwnStaticField(field)) {
      return List.of();
    }
    List<Need> result = new ArrayList<>();
    for (LockRef ref : refs) {
      Path lock = identity.bind(ref, base, List.of(), null);
      if (lock == null) {
        return List.of();
      }
      Mode mode = write ? ref.exclusiveUnlessNamed() : ref.mode() == null ? Mode.READ : ref.mode();
      Path rebased = checks.binder.rebaseOuter(world, ref, lock, Env.enclosingType(field), base);
      result.add(new Need(rebased, mode, ref, guard.origin(), object));
    }
    return result;
  }

  /** The reads just made are used before their stamp was validated. */
  void useRacy() {
    for (World world : checks.st) {
      reportRacy(world, world.racyHere);
    }
    checks.each(
        world -> {
          if (world.racyHere.isEmpty()) {
            return world;
          }
          World next = world.copy();
          next.racyHere = List.of();
          return next;
        });
  }

  private void reportRacy(World world, List<RacyRead> reads) {
    for (RacyRead read : reads) {
      World.Stamp stamp = world.stamps.get(read.stamp().id);
      if (stamp == null || !stamp.valid()) {
        RacyReport what = (RacyReport) read.report();
        List<Finding.Note> notes = new ArrayList<>();
        if (what.need().origin() != null) {
          notes.add(checks.explainer.contractNote(what.need().origin()));
        }
        checks.report(
            Rule.UNGUARDED_ACCESS,
            read.site(),
            Place.Part.WHOLE,
            what.subject(),
            describer.lock(world, what.need().lock()),
            "the value is used before the optimistic stamp is validated",
            world,
            notes);
      }
    }
  }
}
