package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * Takes note of what a method does where it runs the callbacks that it is given: the locks that it
 * holds and those that it has given up, and what it gives them.
 */
final class GivenCallbacks {
  /** The step from a callback to what it is given that only the method has a name for. */
  private static final String GIVEN = "given";

  private final InlineCallbacks calls;

  /** The locks held wherever the method runs a callback, by index. */
  final Map<Integer, Set<Path>> held = new HashMap<>();

  /** The locks held on entry that are not held so wherever it runs one, by index. */
  final Map<Integer, Set<Path>> lost = new HashMap<>();

  /** What it gives a callback each time, by index; null where that is not one object. */
  final Map<Integer, List<Path>> given = new HashMap<>();

  /** What the method holds on entry, once code that runs later is looked at. */
  private final Set<Path> methodEntryLocks = new LinkedHashSet<>();

  GivenCallbacks(InlineCallbacks calls) {
    this.calls = calls;
  }

  /** The method has been walked; code that runs later begins with other locks. */
  void methodEnds() {
    methodEntryLocks.addAll(calls.entryLocks);
  }

  /** Takes note of what a call does with callbacks that the method is given. */
  void note(CallSite site) {
    if (calls.method == null
        || calls.st.isEmpty()
        || calls.scan.calledBack().of(calls.method).isEmpty()) {
      return;
    }
    Path on = calls.common(calls.st, site::receiver);
    if (isGiven(on) && site.method == Functional.method(calls.env, on.type)) {
      noteCall(on, site);
    }
    for (int i = 0; i < site.count; i++) {
      Set<Path> parameters = new LinkedHashSet<>();
      for (World world : calls.isRun(site, i) ? calls.st : List.<World>of()) {
        Path value = site.operand(world, i);
        Path path = value == null ? null : calls.identity.canonical(world, value);
        if (isGiven(path)) {
          parameters.add(path);
        }
      }
      for (Path each : parameters) {
        note(each, calls.heldForCallback(site, i), calls.given(site, i));
      }
    }
  }

  /** Whether it is a callback that the method is given and merely runs. */
  boolean isGiven(Path value) {
    return value != null
        && calls.method != null
        && value.kind == Kind.PARAM
        && calls.scan.calledBack().isMerelyRun(calls.method, (Integer) value.key);
  }

  /** Takes note of a call of a callback itself. */
  private void noteCall(Path parameter, CallSite site) {
    Set<Path> locks = calls.locks.inAll(calls.st);
    List<Path> arguments = new ArrayList<>();
    for (int i = 0; i < site.count; i++) {
      int index = i;
      Path argument = calls.common(calls.st, world -> site.operand(world, index));
      if (argument == null || isUnnamedOutside(argument)) {
        TypeMirror type = site.method.getParameters().get(i).asType();
        List<Path> place = List.of(calls.pool.constant(i));
        argument = calls.pool.call(parameter, GIVEN, place, type);
        addLocksOf(site, i, argument, locks);
      }
      arguments.add(Escapes.isCallback(argument) ? null : argument);
    }
    note(parameter, locks, arguments);
  }

  /** Adds the locks that are held of an operand, whichever object it is, by that name for it. */
  private void addLocksOf(CallSite site, int index, Path name, Set<Path> to) {
    List<Path> objects = new ArrayList<>();
    for (World world : calls.st) {
      Path value = site.operand(world, index);
      objects.add(value == null ? null : calls.identity.canonical(world, value));
    }
    if (!objects.contains(null)) {
      calls
          .locks
          .inAll(
              calls.st,
              (lock, at) -> {
                Path named = calls.pool.replace(lock, objects.get(0), name);
                return named == lock ? null : calls.pool.replace(named, name, objects.get(at));
              })
          .forEach(lock -> to.add(calls.pool.replace(lock, objects.get(0), name)));
    }
  }

  /** Whether an object has no name that would mean the same to callers of the method. */
  private boolean isUnnamedOutside(Path object) {
    return calls.isUnstable(object)
        || object.any(step -> step.kind == Kind.VALUE || step.kind == Kind.LOCAL);
  }

  /** Takes note that a callback is run there, with these locks held, and given that. */
  void note(Path parameter, Set<Path> locks, List<Path> arguments) {
    Integer index = (Integer) parameter.key;
    given.merge(index, arguments, Escapes::alike);
    Set<Path> givenUp = lost.computeIfAbsent(index, each -> new LinkedHashSet<>());
    boolean downgrades = calls.contracts.of(calls.method).has(Clause.Kind.DOWNGRADES);
    for (Path lock : methodEntryLocks.isEmpty() ? calls.entryLocks : methodEntryLocks) {
      boolean goesOnForReading =
          !downgrades && locks.contains(calls.pool.readView(lock, null)) && isHeldSinceEntry(lock);
      if (!locks.contains(lock) && !goesOnForReading) {
        givenUp.add(lock);
      }
    }
    held.merge(
        index,
        locks,
        (before, now) -> {
          Set<Path> both = new LinkedHashSet<>(before);
          both.retainAll(now);
          return both;
        });
  }

  private boolean isHeldSinceEntry(Path lock) {
    return calls.st.stream()
        .map(world -> world.holds.get(lock.id))
        .allMatch(hold -> hold != null && hold.entry() && hold.since() == null);
  }

  /** Whether a lock belongs to what only the caller of a callback has a name for. */
  static boolean isOfUnnamed(Path lock) {
    return lock.any(GivenCallbacks::isUnnamed);
  }

  /** Whether only the caller of a callback has a name for an object that it gives. */
  static boolean isUnnamed(Path path) {
    return path.kind == Kind.CALL && path.key == GIVEN;
  }
}
