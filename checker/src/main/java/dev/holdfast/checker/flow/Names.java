package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.flow.World.RacyRead;
import dev.holdfast.checker.path.Path;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Evaluates names: locals, fields, {@code this}, and what goes through an object. */
abstract class Names extends Conditions {
  Names(BodyContext context) {
    super(context);
  }

  void identifier(IdentifierTree tree) {
    Element element = element(tree);
    String name = tree.getName().toString();
    if (name.equals("this") || name.equals("super")) {
      setVal(pool.self(self));
    } else if (element instanceof VariableElement variable) {
      if (isField(variable)) {
        field(tree, variable, implicitBase(variable));
      } else {
        local(variable);
      }
    } else {
      setVal(null);
    }
  }

  void local(VariableElement variable) {
    int index = index(variable);
    each(
        world -> {
          World next = world.copy();
          Path value = world.vars.get(index);
          next.val = value == null ? pool.local(variable) : value;
          List<RacyRead> racy = world.racy.get(index);
          if (racy != null) {
            next.racyHere = Merge.union(world.racyHere, racy);
          }
          return next;
        });
  }

  /** The instance through which a member is reached when none is written; null for a static one. */
  Path implicitBase(Element member) {
    if (Env.isStatic(member)) {
      return null;
    }
    TypeElement owner = Env.enclosingType(member);
    for (Element at = self; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type && env.isSubtype(type, owner)) {
        return pool.self(type);
      }
    }
    return pool.self(self);
  }

  void select(MemberSelectTree tree) {
    Element element = element(tree);
    String name = tree.getIdentifier().toString();
    if (name.equals("class")) {
      TypeElement type = env.typeElement(type(tree.getExpression()));
      setVal(type == null ? unknown(tree) : pool.classObject(type));
    } else if (name.equals("this") || name.equals("super")) {
      TypeElement type =
          element(tree.getExpression()) instanceof TypeElement qualifier
              ? qualifier
              : env.typeElement(type(tree));
      setVal(type == null || type.getKind().isInterface() ? pool.self(self) : pool.self(type));
    } else if (element instanceof VariableElement variable && isField(variable)) {
      selectField(tree, variable);
    } else if (element instanceof TypeElement || element instanceof PackageElement) {
      setVal(null);
    } else {
      eval(tree.getExpression());
      mayThrow(tree, byOperation());
      setVal(unknown(tree));
    }
  }

  private void selectField(MemberSelectTree tree, VariableElement variable) {
    if (Env.isStatic(variable)) {
      field(tree, variable, null);
      return;
    }
    evalOwner(tree.getExpression(), variable);
    fillUnknown(tree.getExpression());
    push();
    dereference(tree, tree.getExpression());
    accesses.access(tree, variable, world -> peek(world, 0), false);
    each(
        world -> {
          World next = world.copy();
          next.val = read(world, next.pop(), variable);
          return next;
        });
  }

  /** Evaluates the object of a field; what can change in it and has no guard of its own is used. */
  void evalOwner(ExpressionTree owner, VariableElement field) {
    boolean uses = !contracts.isStable(field) && contracts.guard(field) == null;
    accesses.using(uses ? owner : null, null, () -> eval(owner));
  }

  /** Going through anything but {@code this}, here the operand on top, may fail. */
  void dereference(Tree site, ExpressionTree through) {
    ExpressionTree plain = Env.plain(through);
    boolean self =
        plain instanceof IdentifierTree name && isSelf(name.getName())
            || plain instanceof MemberSelectTree outer && isSelf(outer.getIdentifier());
    if (!self && !(element(plain) instanceof TypeElement)) {
      mayBeNull(site);
    }
  }

  static boolean isSelf(CharSequence name) {
    return "this".contentEquals(name) || "super".contentEquals(name);
  }

  /**
   * Whether it is an element that a loop which takes locks has come to, or is coming to: those are
   * taken to be there.
   */
  boolean isAmongLocked(World world, Path object) {
    return object.kind == Path.Kind.INDEX && locks.elements.prefixes.isTaken(world, object);
  }

  /** Going through an operand fails where it is null; where it did not fail it is not null. */
  private void mayBeNull(Tree site) {
    boolean matters = exceptionsMatter();
    List<World> failing = setAside(world -> facts.hasFailed(world, peek(world, 0)));
    for (World world : st) {
      Path through = peek(world, 0);
      boolean safe =
          through != null
              && (Boolean.FALSE.equals(facts.isNull(world, through))
                  || facts.hasHeldLock(world, identity.canonical(world, through))
                  || isAmongLocked(world, identity.canonical(world, through)));
      if (!safe) {
        failing.add(world);
      }
    }
    if (!failing.isEmpty()) {
      if (matters) {
        failing.replaceAll(world -> facts.failing(world, peek(world, 0)));
        failing.removeIf(Objects::isNull);
        frames.raise(failing, byOperation(), site);
      }
      each(world -> notNull(world, peek(world, 0)));
    }
  }

  /**
   * A value that was gone through is not null, unless it is known to be: then the way on is
   * nobody's business.
   */
  World notNull(World world, Path value) {
    if (value == null || facts.isNull(world, value) != null) {
      return world;
    }
    World next = world.copy();
    next.facts = world.facts.put(identity.canonical(world, value).id, World.Fact.NON_NULL);
    return next;
  }

  private void field(ExpressionTree tree, VariableElement variable, Path base) {
    accesses.access(tree, variable, world -> base, false);
    each(
        world -> {
          World next = world.copy();
          next.val = read(world, base, variable);
          return next;
        });
  }

  private Path read(World world, Path base, VariableElement variable) {
    Object constant = variable.getConstantValue();
    if (constant != null) {
      return pool.constant(constant);
    }
    boolean isStatic = Env.isStatic(variable);
    Path path = pool.field(isStatic ? null : identity.canonical(world, base), variable);
    noteGuarded(path, variable);
    Path stored = world.heap.get(path.id);
    return stored != null ? stored : isStatic ? path : pool.field(base, variable);
  }

  void noteGuarded(Path path, VariableElement field) {
    if (!contracts.isStable(field) && contracts.guard(field) != null) {
      locks.noteGuarded(path);
    }
  }

  /** An exception may arise here. */
  void mayThrow(Tree site, List<Thrown> thrown) {
    if (exceptionsMatter()) {
      frames.raise(snapshot(), thrown, site);
    }
  }

  @Override
  Path simplePath(World world, ExpressionTree expression) {
    ExpressionTree plain = Env.plain(expression);
    if (plain instanceof IdentifierTree name) {
      Element element = element(name);
      if (name.getName().contentEquals("this") || name.getName().contentEquals("super")) {
        return pool.self(self);
      }
      if (element instanceof VariableElement variable) {
        if (isField(variable)) {
          return pool.field(implicitBase(variable), variable);
        }
        Path value = world.vars.get(index(variable));
        return value == null ? pool.local(variable) : value;
      }
    } else if (plain instanceof MemberSelectTree select) {
      if (select.getIdentifier().contentEquals("this")) {
        TypeElement type = env.typeElement(type(select));
        return type == null ? null : pool.self(type);
      }
      if (element(select) instanceof VariableElement variable && isField(variable)) {
        if (Env.isStatic(variable)) {
          return pool.field(null, variable);
        }
        Path base = simplePath(world, select.getExpression());
        return base == null ? null : pool.field(base, variable);
      }
    }
    return null;
  }
}
