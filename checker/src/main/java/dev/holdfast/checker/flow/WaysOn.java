package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * What is known of the objects that a value leads to stays known of another name for it: a walk
 * along a list of nodes stays among those of one owner. Where two values become one at a join, that
 * is what both of them lead to by the same steps.
 */
final class WaysOn {
  private final Env env;
  private final Contracts contracts;
  private final PathPool pool;
  private final Identity identity;

  WaysOn(Env env, Contracts contracts, PathPool pool, Identity identity) {
    this.env = env;
    this.contracts = contracts;
    this.pool = pool;
    this.identity = identity;
  }

  /** Has the world {@code result} know of another name for a value what {@code world} knows. */
  void keep(World result, World world, Path value, Path name) {
    keepWays(result, world, value, world, value, name);
  }

  /**
   * Has the joined world know what {@code x} in the one and {@code y} in the other both are, and
   * lead to.
   */
  void keep(World result, World a, Path x, World b, Path y, Path joined) {
    keep(result, joined, identity.canonical(a, x), identity.canonical(b, y));
    keepWays(result, a, x, b, y, joined);
  }

  /** By which steps, that is told by the names that are in use, and by what the type promises. */
  private void keepWays(World result, World a, Path x, World b, Path y, Path joined) {
    Set<Path> ways = new LinkedHashSet<>();
    addWays(ways, a, x, joined);
    addWays(ways, b, y, joined);
    addPromised(ways, joined);
    for (Path way : ways) {
      Path here = end(a, x, way, joined);
      Path there = end(b, y, way, joined);
      // Nothing is reached through null, so that whatever is said of it is true.
      keep(result, way, x.kind == Kind.NULL ? there : here, y.kind == Kind.NULL ? here : there);
    }
  }

  private void keep(World result, Path way, Path here, Path there) {
    if (here == there
        && here.isDefinite()
        && !here.contains(way.root())
        && identity.canonical(result, way) != here) {
      result.equal = result.equal.put(way.id, here);
    }
  }

  /** Where the way leads from the value that the joined one has in the world. */
  private Path end(World world, Path value, Path way, Path joined) {
    return identity.canonical(world, pool.replace(way, joined, value));
  }

  private void addWays(Set<Path> ways, World world, Path value, Path joined) {
    if (value.kind != Kind.NULL && value.kind != Kind.CONST) {
      addWays(ways, world.equal, value, joined);
      addWays(ways, world.holds, value, joined);
    }
  }

  private void addWays(Set<Path> ways, IntMap<?> named, Path value, Path joined) {
    named.forEach((key, ignored) -> addSteps(ways, pool.byId(key), value, joined));
  }

  /** Each way along a name that begins at the value, the shortest first. */
  private void addSteps(Set<Path> ways, Path name, Path value, Path joined) {
    if (name.base != null && name.base.contains(value)) {
      addSteps(ways, name.base, value, joined);
      ways.add(pool.replace(name, value, joined));
    }
  }

  private void addPromised(Set<Path> ways, Path joined) {
    TypeElement type = joined.type == null ? null : env.typeElement(joined.type);
    if (type == null) {
      return;
    }
    for (Contract.Same same : contracts.sameInEvery(type)) {
      ways.add(pool.bind(same.left(), joined, List.of(), null));
      ways.add(pool.bind(same.right(), joined, List.of(), null));
    }
  }
}
