package dev.holdfast.checker.flow;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.Frames.Cleanup;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Runs a callback as often as a call may run it, with what that passes and the locks that it holds
 * meanwhile.
 */
final class CallbackRuns {
  /**
   * What a call passes to a callback that it runs.
   *
   * @param given the arguments, as far as they are known
   * @param taken the locks that the call holds meanwhile
   * @param container what the callback is given elements of, one each time; null if that is not
   *     known
   */
  record Passed(List<Path> given, Map<Path, Mode> taken, Path container) {
    Passed(List<Path> given, Map<Path, Mode> taken) {
      this(given, taken, null);
    }

    Passed(Path container) {
      this(List.of(), Map.of(), container);
    }
  }

  private final InlineCallbacks calls;

  CallbackRuns(InlineCallbacks calls) {
    this.calls = calls;
  }

  /**
   * Runs a callback, which is given that each time, and the pipelines that it gives if they are
   * consumed.
   */
  void run(Path path, Passed passed, boolean consumed) {
    holding(named(passed.taken()), () -> run((Tree) path.key, passed, consumed));
  }

  private void run(Tree callback, Passed passed, boolean consumed) {
    Escapes.Callback known = calls.callbacks.get(callback);
    if (known != null && calls.isBound(callback)) {
      known.calledHolding(calls.locks.inAll(calls.st), List.of());
    } else if (calls.isFollowed(callback) && !calls.isRunning(callback)) {
      calls.inside(
          callback,
          () ->
              repeatedly(
                  callback,
                  () -> {
                    runWith(callback, passed);
                    calls.stages.passOn(callback, consumed);
                  }));
    }
  }

  /** A callback may run any number of times, or never. */
  private void repeatedly(Tree callback, Runnable run) {
    for (int pass = 0; pass < 3 && !calls.st.isEmpty(); pass++) {
      List<World> before = calls.snapshot();
      int mark = calls.reporter.mark();
      run.run();
      List<World> both = calls.merge.join(new ArrayList<>(before), calls.st, callback);
      boolean stable = World.same(both, before);
      calls.st = both;
      if (stable) {
        break;
      }
      if (pass < 2) {
        calls.reporter.truncate(mark);
      }
    }
  }

  /** Runs code here, with these locks held by what calls it. */
  private void holding(Map<Path, Mode> taken, Runnable code) {
    taken.forEach((lock, mode) -> calls.each(w -> calls.locks.holdOnEntry(w, lock, mode)));
    Cleanup cleanup = new Cleanup(worlds -> without(worlds, taken));
    calls.frames.push(cleanup);
    code.run();
    calls.frames.pop();
    calls.st = cleanup.pass(calls.st);
  }

  /** The worlds after what calls the callback has given up its locks. */
  private static List<World> without(List<World> worlds, Map<Path, Mode> taken) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = world.copy();
      taken.forEach(
          (lock, mode) -> {
            Hold hold = world.holds.get(lock.id);
            Hold left = hold == null ? null : hold.less(mode);
            next.holds =
                left == null
                    ? next.holds.remove(lock.id)
                    : next.holds.put(lock.id, left.asTakenHere());
          });
      result.add(next);
    }
    return result;
  }

  /** Runs a callback once, with what it is passed and the locks held of that. */
  private void runWith(Tree callback, Passed passed) {
    if (passed.container() != null) {
      calls.runCode(callback, elements(callback, passed.container()));
      return;
    }
    List<Path> given = new ArrayList<>(passed.given());
    Map<Path, Mode> taken = new LinkedHashMap<>(passed.taken());
    taken.keySet().removeIf(lock -> !GivenCallbacks.isOfUnnamed(lock));
    for (int i = 0; i < given.size(); i++) {
      Path unnamed = given.get(i);
      if (unnamed != null && GivenCallbacks.isUnnamed(unnamed)) {
        Path value = unnamedArgument(callback, unnamed, i);
        given.set(i, value);
        taken = replaced(taken, unnamed, value);
      }
    }
    holding(taken, () -> calls.runCode(callback, given));
  }

  /** The object that a callback is given this time, which only what calls it has a name for. */
  private Path unnamedArgument(Tree callback, Path unnamed, int index) {
    List<? extends VariableTree> parameters = calls.parametersOf(callback);
    return index < parameters.size()
        ? calls.evaluation(parameters.get(index), calls.type(parameters.get(index)))
        : calls.evaluation(List.of(callback, Describer.ARGUMENT, index), unnamed.type);
  }

  private Map<Path, Mode> replaced(Map<Path, Mode> locks, Path part, Path by) {
    Map<Path, Mode> result = new LinkedHashMap<>();
    locks.forEach((lock, mode) -> result.put(calls.pool.replace(lock, part, by), mode));
    return result;
  }

  /** Those that do not belong to what only the caller of a callback has a name for. */
  static Map<Path, Mode> named(Map<Path, Mode> locks) {
    Map<Path, Mode> result = new LinkedHashMap<>(locks);
    result.keySet().removeIf(GivenCallbacks::isOfUnnamed);
    return result;
  }

  /** The elements that a callback is given; null where they are not known. */
  private List<Path> elements(Tree callback, Path container) {
    if (callback instanceof NewClassTree || !calls.pipelines.isPassive(callback)) {
      return null;
    }
    List<? extends Tree> parameters =
        callback instanceof LambdaExpressionTree lambda
            ? lambda.getParameters()
            : List.of(callback);
    TypeMirror number = calls.env.types.getPrimitiveType(TypeKind.INT);
    List<Path> result = new ArrayList<>();
    for (Tree each : parameters) {
      Path place = calls.evaluation(new Sweep.Cursor(each), number);
      TypeMirror type = each == callback ? passedFirst(each) : calls.type(each);
      result.add(calls.pool.index(container, place, type));
    }
    return result;
  }

  /** The type of what a method that is referred to is passed first. */
  private TypeMirror passedFirst(Tree reference) {
    return calls.element(reference) instanceof ExecutableElement callee
        ? Env.isStatic(callee) && !callee.getParameters().isEmpty()
            ? callee.getParameters().get(0).asType()
            : callee.getEnclosingElement().asType()
        : null;
  }
}
