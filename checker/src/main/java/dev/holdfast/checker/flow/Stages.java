package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Runs the stages that a pipeline, or a combined callback, has gathered, where it is used up. */
final class Stages {
  private final InlineCallbacks calls;

  Stages(InlineCallbacks calls) {
    this.calls = calls;
  }

  /** Runs what the receiver of a call has gathered that the call uses up. */
  void useUp(CallSite site) {
    if (site.contract.runsDeferred() || isCombined(site)) {
      consume(site);
    } else {
      runGatheredFor(site);
    }
  }

  /** Whether the call runs a callback that a call has combined with others, or made of one. */
  private boolean isCombined(CallSite site) {
    Path on = calls.common(calls.st, site::receiver);
    return on != null
        && on.kind == Kind.VALUE
        && on.key instanceof MethodInvocationTree
        && site.method.getModifiers().contains(Modifier.ABSTRACT)
        && site.method == Functional.method(calls.env, on.type);
  }

  /** Runs the stages that the receiver has gathered, and reads what it views. */
  void consume(CallSite site) {
    runAt(site, "");
  }

  /** Runs what the receiver has gathered for calls of that very method. */
  private void runGatheredFor(CallSite site) {
    String name = site.method.getSimpleName().toString();
    for (World world : calls.st) {
      List<Path> carried = carriedBy(world, site);
      if (carried.stream().anyMatch(each -> Results.runsAt(carried, each).equals(name))) {
        runAt(site, name);
        return;
      }
    }
  }

  /** The same with those that a method runs, or what consumes the pipeline where that is empty. */
  private void runAt(CallSite site, String at) {
    calls.partedBy(world -> carriedBy(world, site), carried -> runAt(carried, at, site.tree));
  }

  private List<Path> carriedBy(World world, CallSite site) {
    Path receiver = world.carried.isEmpty() ? null : site.receiver(world);
    List<Path> carried =
        receiver == null ? null : world.carried.get(calls.identity.canonical(world, receiver).id);
    return carried == null ? List.of() : carried;
  }

  /** Runs the stages of a pipeline that is consumed there, and reads what it views. */
  private void runAt(List<Path> carried, String at, Tree site) {
    for (Path each : carried) {
      if (Results.runsAt(carried, each).equals(at)) {
        runStage(carried, each, Map.of());
      }
      if (each.kind == Kind.FIELD && at.isEmpty()) {
        calls.accesses.consume(site, (VariableElement) each.key, each.base);
      }
    }
  }

  /** Runs what a value has gathered that is consumed, with these locks held. */
  void consume(Path value, Map<Path, Mode> taken) {
    List<Path> stages = gathered(calls.st, value);
    stages.forEach(stage -> runStage(stages, stage, taken));
  }

  /** What a value has gathered in some of the worlds and runs when it is consumed. */
  static List<Path> gathered(List<World> worlds, Path value) {
    Set<Path> result = new LinkedHashSet<>();
    for (World world : worlds) {
      List<Path> carried = world.carried.get(value.id);
      if (carried != null) {
        carried.stream()
            .filter(each -> Results.runsAt(carried, each).isEmpty())
            .forEach(result::add);
      }
    }
    return List.copyOf(result);
  }

  /** Runs what a pipeline carries, if it is a callback, or takes note of it. */
  private void runStage(List<Path> carried, Path stage, Map<Path, Mode> taken) {
    if (Escapes.isCallback(stage)) {
      Path container = calls.pipelines.given(carried, stage);
      calls.runs.run(
          stage,
          container == null
              ? new CallbackRuns.Passed(List.of(), CallbackRuns.named(taken))
              : new CallbackRuns.Passed(container),
          carried.contains(calls.results.consumed(stage)));
    } else if (calls.givenCallbacks.isGiven(stage)) {
      Set<Path> held = calls.locks.inAll(calls.st);
      taken.forEach(
          (lock, mode) -> held.add(mode == Mode.READ ? calls.pool.readView(lock, null) : lock));
      calls.givenCallbacks.note(stage, held, List.of());
    }
  }

  /** A pipeline that a callback gives is consumed here; or the call has what it gives. */
  void passOn(Tree callback, boolean consumed) {
    ExecutableElement functional = calls.functional(callback);
    if (functional == null || functional.getReturnType().getKind() == TypeKind.VOID) {
      return;
    }
    Set<Path> carried = new LinkedHashSet<>();
    calls.each(
        world ->
            world.val == null
                ? world
                : calls.locks.elements.perhapsFilled(
                    world, calls.identity.canonical(world, world.val)));
    for (World world : calls.st) {
      Path value = world.val == null ? null : calls.identity.canonical(world, world.val);
      if (value != null && !Escapes.isCallback(value) && world.carried.has(value.id)) {
        carried.addAll(world.carried.get(value.id));
      }
    }
    if (consumed) {
      Tree site =
          callback instanceof LambdaExpressionTree lambda
                  && lambda.getBody() instanceof ExpressionTree expression
              ? expression
              : callback;
      runAt(List.copyOf(carried), "", site);
    } else {
      carried.forEach(calls::published);
      calls.each(calls.callbackResults::given);
    }
  }
}
