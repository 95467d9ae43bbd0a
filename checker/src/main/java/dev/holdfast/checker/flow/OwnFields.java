package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Tells which objects, that the initialisers of a class make for its fields, are known to nobody
 * else when a constructor begins, and which methods in sight may hand them on.
 */
final class OwnFields {
  private final Env env;
  private final ClassScan scan;
  private final Contracts contracts;
  private final PathPool pool;
  private final Map<ExecutableElement, Set<Element>> mentioned = new HashMap<>();
  private final Map<Tree, Set<Element>> mentionedByInitialisers = new HashMap<>();

  OwnFields(Env env, ClassScan scan, Contracts contracts, PathPool pool) {
    this.env = env;
    this.scan = scan;
    this.contracts = contracts;
    this.pool = pool;
  }

  /** The world in which nobody else has what the initialisers made for fields of the new object. */
  World believe(World start, Path made, List<ClassScan.Member> initialisers) {
    World world = start;
    for (ClassScan.Member each : initialisers) {
      if (each.element instanceof VariableElement field && isOwn(field, each, initialisers)) {
        Path object = pool.field(made, field);
        world = world == start ? world.copy() : world;
        world.fresh = world.fresh.put(object.id, object);
        world.carry(made, object);
        if (leadsBack(each.code())) {
          world.carry(object, made);
        }
      }
    }
    return world;
  }

  /** Whether the initialiser makes an object that no other one speaks of, and that has others. */
  private boolean isOwn(
      VariableElement field, ClassScan.Member initialiser, List<ClassScan.Member> all) {
    if (!(initialiser.code() instanceof ExpressionTree value)
        || !makesOwn(Env.plain(value))
        || scan.fields().initialiser(field) == null
        || !contracts.isStable(field)) {
      return false;
    }
    return all.stream().noneMatch(each -> each != initialiser && mentionedBy(each).contains(field));
  }

  private boolean makesOwn(ExpressionTree value) {
    if (value instanceof NewArrayTree array) {
      return array.getInitializers() == null && !(array.getType() instanceof PrimitiveTypeTree);
    }
    if (!(value instanceof NewClassTree creation)
        || creation.getClassBody() != null
        || !(scan.element(creation) instanceof ExecutableElement constructor)
        || !contracts.keeps(Env.enclosingType(constructor)) && !leadsBack(creation)) {
      return false;
    }
    for (int i = 0; i < creation.getArguments().size(); i++) {
      if (!contracts.keeps(constructor) && !scan.fields().merelyKeeps(constructor, i)) {
        return false;
      }
    }
    return !scan.publishing().of(constructor);
  }

  /** Whether what makes an object may give it the object that the initialiser is part of. */
  private boolean leadsBack(Tree value) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree tree, Void unused) {
        found[0] |= tree.getName().contentEquals("this") || Env.isOfInstance(scan.element(tree));
        return null;
      }

      @Override
      public Void visitNewClass(NewClassTree tree, Void unused) {
        found[0] |= scan.makesInner(tree);
        return super.visitNewClass(tree, null);
      }
    }.scan(value, null);
    return found[0];
  }

  /** Whether a method of its object may use what is in one of the fields of that, this object. */
  boolean mayUse(ExecutableElement method, Path object) {
    return mentionedBy(method).stream()
        .anyMatch(each -> object.kind == Kind.FIELD ? each == object.key : mayHave(each, object));
  }

  private boolean mayHave(Element field, Path object) {
    return object.type != null
        && env.types.isSubtype(env.types.erasure(object.type), env.types.erasure(field.asType()));
  }

  /**
   * The fields that a method, or one that it calls, mentions as far as they are in sight; a method
   * that is not may call those in sight that override others.
   */
  private Set<Element> mentionedBy(ExecutableElement method) {
    return mentioned.computeIfAbsent(method, each -> new Mentions().by(each));
  }

  private Set<Element> mentionedBy(ClassScan.Member initialiser) {
    return mentionedByInitialisers.computeIfAbsent(
        initialiser.tree,
        each -> {
          Mentions found = new Mentions();
          found.scan(initialiser.code(), null);
          return found.run();
        });
  }

  /** Collects the fields that code mentions, with all that it calls in the same top-level class. */
  private final class Mentions extends TreeScanner<Void, Void> {
    private final Set<Element> fields = new HashSet<>();
    private final Set<Element> called = new HashSet<>();
    private final Deque<ExecutableElement> left = new ArrayDeque<>();

    Set<Element> by(ExecutableElement method) {
      add(method);
      if (OwnFields.this.scan.member(method) == null) {
        OwnFields.this.scan.overriding().forEach(this::add);
      }
      return run();
    }

    Set<Element> run() {
      while (!left.isEmpty()) {
        ClassScan.Member callee = scan.member(left.remove());
        if (callee != null) {
          scan(callee.tree, null);
          if (callee.element.getKind() == ElementKind.CONSTRUCTOR) {
            OwnFields.this.scan.initialisers(callee.owner).forEach(each -> scan(each.code(), null));
          }
        }
      }
      return fields;
    }

    private void add(Element element) {
      if (element instanceof ExecutableElement method && called.add(method)) {
        left.add(method);
        if (Env.isOverridable(method)) {
          OwnFields.this.scan.overriding().stream()
              .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
              .forEach(this::add);
        }
      } else if (element instanceof VariableElement field && field.getKind().isField()) {
        fields.add(field);
      }
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      add(OwnFields.this.scan.element(tree));
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      add(OwnFields.this.scan.element(tree));
      return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      add(OwnFields.this.scan.element(tree));
      return super.visitMemberReference(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      add(OwnFields.this.scan.element(tree));
      return super.visitNewClass(tree, null);
    }
  }
}
