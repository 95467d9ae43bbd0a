package dev.holdfast.checker.flow;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Follows the objects that callbacks give to the call that runs them, as long as nobody else can
 * reach these: its result refers to them, and so does what it writes.
 */
final class CallbackResults {
  private final InlineCallbacks calls;

  CallbackResults(InlineCallbacks calls) {
    this.calls = calls;
  }

  /**
   * The world before the call runs anything: what an object refers to that is not ours alone may be
   * what the call gives, or runs callbacks with.
   */
  World begin(World world, CallSite site) {
    Path receiver = world.fresh.isEmpty() ? null : site.receiver(world);
    Path object = receiver == null ? null : calls.identity.canonical(world, receiver);
    if (object == null || object.kind != Kind.VALUE || world.fresh.has(object.id)) {
      return world;
    }
    Set<Path> contents = Unshared.contents(world, object);
    contents.removeIf(each -> Escapes.isCallback(each) || !mayGive(site, each));
    return refersTo(world, site.result, contents);
  }

  /** Whether the call may give the object, or a container of it, or run a callback with it. */
  private boolean mayGive(CallSite site, Path object) {
    Types types = calls.env.types;
    TypeMirror given = site.result.type;
    boolean isContainer =
        given instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
    return isContainer
        || runsAny(site)
        || object.type != null
            && given != null
            && types.isSubtype(types.erasure(object.type), types.erasure(given));
  }

  /** The world in which the call at hand has the value that a callback has just given. */
  World given(World world) {
    boolean mayMatter = world.val != null && calls.handedTo != null && !world.fresh.isEmpty();
    Path value = mayMatter ? calls.identity.canonical(world, world.val) : null;
    if (value == null) {
      return world;
    }
    Set<Path> all = new LinkedHashSet<>(Unshared.contents(world, value));
    all.addAll(Unshared.perhaps(world, value));
    all.add(value);
    return refersTo(
        calls.holdsOthers(world, value) ? calls.unshared.opened(world, value) : world,
        calls.handedTo,
        all);
  }

  private static World refersTo(World world, Path holder, Set<Path> objects) {
    World next = world;
    for (Path each : objects) {
      if (world.fresh.has(each.id) || world.carried.has(each.id)) {
        next = next == world ? world.copy() : next;
        next.carry(holder, each);
      }
    }
    return next;
  }

  /**
   * The world after a call has put what its callbacks gave where it keeps that, which may be
   * anywhere if nothing tells of the method.
   */
  World end(World world, CallSite site) {
    List<Path> given = runsAny(site) ? world.carried.get(site.result.id) : null;
    if (given == null) {
      return world;
    }
    if (!isTold(site)) {
      return calls.unshared.escaped(world, given);
    }
    World next = world;
    for (int i = -1; i < site.count; i++) {
      boolean writes = i < 0 ? site.contract.mutates() : site.contract.mutates(i);
      Path written = writes ? site.operand(world, i) : null;
      if (written != null) {
        Path owner = calls.unshared.ownerOf(world, calls.identity.canonical(world, written));
        next =
            owner == null
                ? calls.unshared.escaped(next, given)
                : refersTo(next, owner, new LinkedHashSet<>(given));
      }
    }
    return next;
  }

  private boolean runsAny(CallSite site) {
    return site.contract.runsDeferred()
        || IntStream.range(0, site.count).anyMatch(i -> calls.isRun(site, i));
  }

  /** Whether a model or the source tells where the call puts what its callbacks give. */
  private boolean isTold(CallSite site) {
    return site.contract.fromModel()
        || IntStream.range(0, site.count)
            .allMatch(
                i -> !calls.isRun(site, i) || calls.scan.calledBack().isGivenBack(site.method, i));
  }
}
