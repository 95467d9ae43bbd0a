package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Checks which object a body returns, where its contract says so. */
final class ReturnedObjects {
  private final Exits exits;
  private final Identity identity;

  ReturnedObjects(Exits exits) {
    this.exits = exits;
    this.identity = exits.identity;
  }

  /** Checks that the object that the exits.contract names is what is returned. */
  void checkReturns(World world, Path result, Tree site) {
    if (result == null || result.kind == Kind.NULL) {
      return;
    }
    Path wanted = exits.bindAtExit(exits.contract.returns(), null);
    if (wanted == null) {
      return;
    }
    if (exits.contract.returns().mode() != null) {
      wanted =
          exits.contract.returns().mode() == Mode.READ
              ? exits.pool.readView(wanted, null)
              : exits.pool.writeView(wanted, null);
    } else if (wanted.kind == Kind.MONITOR) {
      wanted = wanted.base;
    }
    Path target = identity.canonical(world, wanted);
    Path actual = identity.canonical(world, result);
    if (isSame(target, actual)) {
      return;
    }
    exits.report(
        Rule.BROKEN_CONTRACT,
        site == null ? exits.end : site,
        site == null ? Place.Part.END : Place.Part.WHOLE,
        exits.contract.returnsOrigin().text(),
        "'" + exits.contract.returns().text() + "'",
        "is not what is returned",
        world,
        List.of(exits.explainer.contractNote(exits.contract.returnsOrigin())));
  }

  /** At a {@code return}, at the end, or at the class where no exit is written. */
  private static Place.Part part(Tree site) {
    return site == null
        ? Place.Part.END
        : site instanceof ClassTree ? Place.Part.NAME : Place.Part.WHOLE;
  }

  private boolean isSame(Path target, Path actual) {
    return target == actual || sameView(target, actual) || isElementFor(target, actual);
  }

  private static boolean sameView(Path a, Path b) {
    return a.kind == b.kind && a.isView() && a.base == b.base;
  }

  /** An element chosen by a pure function of what the exits.contract's index names. */
  private boolean isElementFor(Path target, Path actual) {
    if (target.kind != Kind.INDEX || actual.kind != Kind.INDEX || target.base != actual.base) {
      return false;
    }
    boolean byPosition =
        target.base.type != null
            && (target.base.type.getKind() == TypeKind.ARRAY
                || exits.env.isA(target.base.type, "java.util.List"));
    return byPosition && dependsOnly(actual.args.get(0), target.args.get(0));
  }

  private boolean dependsOnly(Path function, Path argument) {
    if (function == argument || function.kind == Kind.CONST) {
      return true;
    }
    if (function.kind == Kind.FIELD) {
      return exits.contracts.isStable((VariableElement) function.key)
              && (function.base == null
                  || function.base.kind == Kind.THIS
                  || dependsOnly(function.base, argument))
          || "length".equals(String.valueOf(function.key));
    }
    if (function.kind == Kind.CALL) {
      boolean base =
          function.base == null
              || function.base.kind == Kind.THIS
              || dependsOnly(function.base, argument);
      return base && function.args.stream().allMatch(arg -> dependsOnly(arg, argument));
    }
    if (function.kind == Kind.VALUE && function.key instanceof MemberSelectTree select) {
      return select.getIdentifier().contentEquals("length");
    }
    return false;
  }

  /** Checks that the result makes both expressions name one object. */
  void checkSame(World world, Contract.Same same, Path result, Tree site) {
    if (same.left().root().kind != Kind.RESULT && same.right().root().kind != Kind.RESULT
        || result == null
        || exits.contract.fromModel()) {
      return;
    }
    if (result.kind == Kind.NULL || Boolean.TRUE.equals(exits.facts.isNull(world, result))) {
      return;
    }
    if (exits.contract.returns() != null && same.right().kind == Kind.LOCK) {
      /* a declared lock is a name only: the other promise says of which object */
      return;
    }
    Path left = exits.bind(same.left(), result);
    Path right = exits.bind(same.right(), result);
    if (left != null && right != null) {
      demand(world, same, left, right, site);
    }
  }

  /** Checks that the two name one object, as is promised. */
  void demand(World world, Contract.Same same, Path left, Path right, Tree site) {
    if (!isSame(identity.canonical(world, right), identity.canonical(world, left))) {
      exits.report(
          Rule.BROKEN_CONTRACT,
          site == null ? exits.end : site,
          part(site),
          same.origin().text(),
          "'" + exits.describer.path(world, left) + "'",
          "is not known to be '" + exits.describer.path(world, right) + "'",
          world,
          List.of(exits.explainer.contractNote(same.origin())));
    }
  }
}
