package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.RacyRead;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Evaluates expressions: values, conditions, accesses to fields. Calls are next door. */
abstract class Expressions extends Checks {
  /** A lambda or method reference that was created, and when. */
  static final class Callback {
    final Tree tree;
    World created;
    boolean inlined;
    boolean escaped;

    /** Locks that are held whenever it runs, by the contract of what it was given to. */
    final List<Path> holding = new ArrayList<>();

    Callback(Tree tree) {
      this.tree = tree;
    }
  }

  final Map<Tree, Callback> callbacks = new LinkedHashMap<>();

  Expressions(
      Env env,
      Contracts contracts,
      ClassScan scan,
      TreePath root,
      long fuel,
      Reporter reporter,
      Element member,
      TypeElement self) {
    super(env, contracts, scan, root, fuel, reporter, member, self);
  }

  abstract void call(MethodInvocationTree tree);

  abstract void create(NewClassTree tree);

  abstract void switchExpression(SwitchExpressionTree tree);

  abstract void bindPattern(Tree pattern);

  /** Computes the value of an expression in every world. */
  void eval(ExpressionTree expression) {
    if (expression == null || st.isEmpty()) {
      return;
    }
    step();
    switch (expression.getKind()) {
      case PARENTHESIZED -> eval(((ParenthesizedTree) expression).getExpression());
      case IDENTIFIER -> identifier((IdentifierTree) expression);
      case MEMBER_SELECT -> select((MemberSelectTree) expression);
      case METHOD_INVOCATION -> call((MethodInvocationTree) expression);
      case NEW_CLASS -> create((NewClassTree) expression);
      case NEW_ARRAY -> newArray((NewArrayTree) expression);
      case ASSIGNMENT -> assignment((AssignmentTree) expression);
      case ARRAY_ACCESS -> arrayAccess((ArrayAccessTree) expression);
      case CONDITIONAL_AND, CONDITIONAL_OR -> booleanValue(condition(expression), expression);
      case LOGICAL_COMPLEMENT -> negation((UnaryTree) expression);
      case CONDITIONAL_EXPRESSION -> conditional((ConditionalExpressionTree) expression);
      case INSTANCE_OF -> booleanValue(condition(expression), expression);
      case TYPE_CAST -> eval(((TypeCastTree) expression).getExpression());
      case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> callback(expression);
      case SWITCH_EXPRESSION -> switchExpression((SwitchExpressionTree) expression);
      case EQUAL_TO, NOT_EQUAL_TO -> equality((BinaryTree) expression);
      default -> other(expression);
    }
  }

  private void other(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal) {
      setVal(literal.getValue() == null ? pool.nullValue() : pool.constant(literal.getValue()));
    } else if (expression instanceof BinaryTree binary) {
      logicalOrOther(binary);
    } else if (expression instanceof UnaryTree unary) {
      unary(unary);
    } else if (expression instanceof CompoundAssignmentTree assignment) {
      compound(assignment);
    } else {
      setVal(unknown(expression));
    }
  }

  private void logicalOrOther(BinaryTree binary) {
    Tree.Kind kind = binary.getKind();
    if (kind != Tree.Kind.AND && kind != Tree.Kind.OR && kind != Tree.Kind.XOR
        || !isBoolean(binary)) {
      binary(binary);
    } else if (kind == Tree.Kind.XOR) {
      equality(binary);
    } else {
      booleanValue(condition(binary), binary);
    }
  }

  private boolean isBoolean(ExpressionTree expression) {
    TypeMirror type = type(expression);
    return type != null && type.getKind() == TypeKind.BOOLEAN;
  }

  /** A value of which nothing is known but that it is this evaluation's. */
  Path unknown(ExpressionTree expression) {
    return evaluation(expression, type(expression));
  }

  // ---- names

  private void identifier(IdentifierTree tree) {
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

  static boolean isField(VariableElement variable) {
    return variable.getKind() == ElementKind.FIELD
        || variable.getKind() == ElementKind.ENUM_CONSTANT;
  }

  private void local(VariableElement variable) {
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

  private void select(MemberSelectTree tree) {
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
    } else if (element instanceof TypeElement
        || element instanceof javax.lang.model.element.PackageElement) {
      setVal(null);
    } else {
      eval(tree.getExpression());
      mayThrow(tree, unchecked());
      setVal(unknown(tree));
    }
  }

  private void selectField(MemberSelectTree tree, VariableElement variable) {
    if (Env.isStatic(variable)) {
      field(tree, variable, null);
      return;
    }
    eval(tree.getExpression());
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

  /** Going through anything but {@code this}, here the operand on top, may fail. */
  void dereference(Tree site, ExpressionTree through) {
    ExpressionTree plain = plain(through);
    boolean self =
        plain instanceof IdentifierTree name && isSelf(name.getName())
            || plain instanceof MemberSelectTree outer && isSelf(outer.getIdentifier());
    if (!self && !(element(plain) instanceof TypeElement)) {
      mayBeNull(site);
    }
  }

  private static boolean isSelf(CharSequence name) {
    return "this".contentEquals(name) || "super".contentEquals(name);
  }

  /** Going through an operand fails where it is null; where it did not fail it is not null. */
  private void mayBeNull(Tree site) {
    List<World> failing = new ArrayList<>();
    for (World world : st) {
      Path through = peek(world, 0);
      if (through == null || !Boolean.FALSE.equals(facts.isNull(world, through))) {
        failing.add(world);
      }
    }
    if (!failing.isEmpty()) {
      if (exceptionsMatter()) {
        raise(failing, unchecked(), site);
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
    if (!variable.asType().getKind().isPrimitive()
        && !contracts.isStable(variable)
        && contracts.guard(variable) != null) {
      locks.noteGuarded(path);
    }
    Path stored = world.heap.get(path.id);
    return stored != null ? stored : isStatic ? path : pool.field(base, variable);
  }

  /** An exception may arise here. */
  void mayThrow(Tree site, List<TypeMirror> thrown) {
    if (exceptionsMatter()) {
      raise(snapshot(), thrown, site);
    }
  }

  // ---- assignment

  private void assignment(AssignmentTree tree) {
    ExpressionTree target = plain(tree.getVariable());
    Element element = element(target);
    if (element instanceof VariableElement variable && !isField(variable)) {
      eval(tree.getExpression());
      assignLocal(variable, tree);
    } else if (target instanceof ArrayAccessTree array) {
      assignElement(array, tree.getExpression());
    } else if (element instanceof VariableElement field) {
      assignField(target, field, tree.getExpression(), null);
    } else {
      eval(tree.getExpression());
    }
  }

  /** Gives a local the value just computed. */
  void assignLocal(VariableElement variable, Tree site) {
    int index = index(variable);
    boolean untracked = isUntracked(variable.asType()) && variable.getConstantValue() == null;
    boolean unidentified =
        st.stream()
            .anyMatch(
                w -> w.val == null || untracked && w.val.kind == Kind.CONST || isUnstable(w.val));
    Path fresh = unidentified ? evaluation(copyOf(site), variable.asType()) : null;
    boolean primitive = variable.asType().getKind().isPrimitive();
    boolean lock =
        chosen || !primitive && contracts.lockTypeOf(env.typeElement(variable.asType())) != null;
    chosen = false;
    each(
        world -> {
          World next = world.copy();
          if (world.val == null
              || untracked && world.val.kind == Kind.CONST
              || isUnstable(world.val)) {
            // The local keeps the value that it was given; for an object, the place it was read
            // from names it too for now.
            if (world.val != null
                && !primitive
                && !(isInLoop() && world.val.root().kind == Kind.VALUE)) {
              next.equal = world.equal.put(fresh.id, identity.canonical(world, world.val));
              World.Fact known = world.facts.get(identity.canonical(world, world.val).id);
              next.facts =
                  known == null ? world.facts.remove(fresh.id) : world.facts.put(fresh.id, known);
            } else {
              next.facts = world.facts.remove(fresh.id);
            }
            next.vars = world.vars.put(index, fresh);
          } else {
            next.vars = world.vars.put(index, world.val);
          }
          next.val = next.vars.get(index);
          if (lock) {
            next.lockVars = world.lockVars.put(index, next.val);
          }
          next.racy =
              world.racyHere.isEmpty()
                  ? world.racy.remove(index)
                  : world.racy.put(index, world.racyHere);
          next.racyHere = List.of();
          return next;
        });
  }

  /** Numbers are no conditions that locking is followed through, stamps apart. */
  private static boolean isUntracked(TypeMirror type) {
    return switch (type.getKind()) {
      case INT, SHORT, BYTE, CHAR, FLOAT, DOUBLE -> true;
      default -> false;
    };
  }

  /** What tells a local's copy from the value that the same tree evaluates to. */
  private static Object copyOf(Tree site) {
    return List.of(site, "copy");
  }

  private void assignElement(ArrayAccessTree array, ExpressionTree value) {
    accesses.mutated = plain(array.getExpression());
    evalArray(array);
    eval(value);
    accesses.useRacy();
    escapeValue(1);
    arrayStore(array);
    drop(2);
  }

  /** Leaves array and index on the stack. */
  private void evalArray(ArrayAccessTree array) {
    eval(array.getExpression());
    accesses.mutated = null;
    push();
    eval(array.getIndex());
    push();
  }

  private void arrayStore(ArrayAccessTree array) {
    mayThrow(array, unchecked());
    ageElement(array);
  }

  /** An element that was stored is another object from now on. */
  private void ageElement(ArrayAccessTree array) {
    TypeMirror type = type(array);
    if (type != null && !type.getKind().isPrimitive()) {
      each(
          world -> {
            Path index = peek(world, 0);
            Path base = peek(world, 1);
            return index == null || base == null
                ? world
                : renaming.age(
                    world,
                    pool.index(
                        identity.canonical(world, base), identity.canonical(world, index), type));
          });
    }
  }

  /** The path of an expression made of names only, without evaluating it again. */
  Path simplePath(ExpressionTree expression) {
    ExpressionTree plain = plain(expression);
    if (plain instanceof IdentifierTree name) {
      Element element = element(name);
      if (name.getName().contentEquals("this") || name.getName().contentEquals("super")) {
        return pool.self(self);
      }
      if (element instanceof VariableElement variable) {
        if (isField(variable)) {
          return pool.field(implicitBase(variable), variable);
        }
        Path value = st.isEmpty() ? null : st.get(0).vars.get(index(variable));
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
        Path base = simplePath(select.getExpression());
        return base == null ? null : pool.field(base, variable);
      }
    }
    return null;
  }

  /** {@code compound} is the operation's tree where old and new value are combined; else null. */
  private void assignField(
      ExpressionTree target, VariableElement field, ExpressionTree value, Tree compound) {
    boolean through = target instanceof MemberSelectTree && !Env.isStatic(field);
    if (through) {
      eval(((MemberSelectTree) target).getExpression());
      fillUnknown(((MemberSelectTree) target).getExpression());
    } else {
      setVal(implicitBase(field));
    }
    push();
    if (value != null) {
      eval(value);
    }
    if (compound != null) {
      setVal(evaluation(compound, field.asType()));
    }
    accesses.useRacy();
    if (through) {
      dereference(target, ((MemberSelectTree) target).getExpression());
    }
    accesses.access(target, field, world -> peek(world, 0), true);
    store(target, field);
  }

  /** Stores the value in the field of the object on the stack, and pops it. */
  private void store(Tree site, VariableElement field) {
    boolean isStatic = Env.isStatic(field);
    each(
        world -> {
          World next = world.copy();
          Path base = isStatic ? null : identity.canonical(world, next.pop());
          if (isStatic) {
            next.pop();
          }
          Path value = world.val;
          Path path = pool.field(base, field);
          boolean initial = contracts.isStable(field);
          if (!initial) {
            next = renaming.age(next, path);
          }
          if (value != null && (initial || !field.asType().getKind().isPrimitive())) {
            next = next == world ? next.copy() : next;
            next.heap = next.heap.put(path.id, value);
          } else {
            next.heap = next.heap.remove(path.id);
          }
          if (base != null && next.fresh.has(base.id)) {
            next.carry(base, value);
          } else {
            next = escaped(next, value);
          }
          next.val = value;
          return next;
        });
  }

  private void compound(CompoundAssignmentTree tree) {
    update(tree, plain(tree.getVariable()), tree.getExpression());
  }

  private void update(ExpressionTree tree, ExpressionTree target, ExpressionTree operand) {
    Element element = element(target);
    if (element instanceof VariableElement variable && !isField(variable)) {
      combine(tree, target, variable, operand);
      assignLocal(variable, tree);
    } else if (target instanceof ArrayAccessTree array) {
      accesses.mutated = plain(array.getExpression());
      evalArray(array);
      eval(operand);
      accesses.useRacy();
      arrayStore(array);
      drop(2);
      setVal(unknown(tree));
    } else if (element instanceof VariableElement field) {
      assignField(target, field, operand, tree);
    }
  }

  /** The new value of a local that is updated. */
  private void combine(
      ExpressionTree tree,
      ExpressionTree target,
      VariableElement variable,
      ExpressionTree operand) {
    boolean conjunction = tree.getKind() == Tree.Kind.AND_ASSIGNMENT;
    boolean logical = conjunction || tree.getKind() == Tree.Kind.OR_ASSIGNMENT;
    if (logical && variable.asType().getKind() == TypeKind.BOOLEAN) {
      booleanValue(both(target, operand, conjunction, tree), tree);
    } else {
      local(variable);
      eval(operand);
      setVal(evaluation(tree, variable.asType()));
    }
  }

  private void unary(UnaryTree tree) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          update(tree, plain(tree.getExpression()), null);
      default -> {
        eval(tree.getExpression());
        Object key = tree.getKind().name();
        each(world -> world.withVal(world.val == null ? null : constantOr(key, world.val)));
        fillUnknown(tree);
      }
    }
  }

  private Path constantOr(Object operation, Path operand) {
    if (operation.equals("UNARY_MINUS")
        && operand.kind == Kind.CONST
        && operand.key instanceof Integer number) {
      return pool.constant(-number);
    }
    return pool.call(null, operation, List.of(operand), null);
  }

  private void fillUnknown(ExpressionTree tree) {
    if (st.stream().anyMatch(w -> w.val == null)) {
      Path unknown = unknown(tree);
      each(world -> world.val == null ? world.withVal(unknown) : world);
    }
  }

  private void binary(BinaryTree tree) {
    eval(tree.getLeftOperand());
    push();
    eval(tree.getRightOperand());
    String operation = tree.getKind().name();
    TypeMirror type = type(tree);
    boolean pure = type != null && type.getKind().isPrimitive();
    each(
        world -> {
          World next = world.copy();
          Path left = next.pop();
          next.val =
              pure && left != null && world.val != null
                  ? pool.call(null, operation, List.of(left, world.val), type)
                  : null;
          return next;
        });
    fillUnknown(tree);
  }

  private void equality(BinaryTree tree) {
    eval(tree.getLeftOperand());
    push();
    eval(tree.getRightOperand());
    boolean negated = tree.getKind() != Tree.Kind.EQUAL_TO;
    each(
        world -> {
          World next = world.copy();
          Path left = next.pop();
          if (left == null || world.val == null) {
            next.val = null;
            return next;
          }
          Path equal = pool.equal(left, world.val);
          next.val = negated ? negated(equal) : equal;
          return next;
        });
    fillUnknown(tree);
  }

  /** The opposite of a value stays tied to it, so that a test of the one tells of the other. */
  private void negation(UnaryTree tree) {
    eval(tree.getExpression());
    each(world -> world.val == null ? world : world.withVal(negated(world.val)));
    fillUnknown(tree);
  }

  private Path negated(Path value) {
    return value.kind == Kind.CONST && value.key instanceof Boolean bool
        ? pool.constant(!bool)
        : pool.equal(value, pool.constant(false));
  }

  private void arrayAccess(ArrayAccessTree tree) {
    evalArray(tree);
    TypeMirror type = type(tree);
    List<World> failing = new ArrayList<>();
    for (World world : st) {
      Path index = peek(world, 0);
      Path array = peek(world, 1);
      boolean seen =
          array != null
              && index != null
              && world.facts.has(
                  pool.index(
                          identity.canonical(world, array), identity.canonical(world, index), type)
                      .id);
      if (!seen) {
        failing.add(world);
      }
    }
    if (!failing.isEmpty() && exceptionsMatter()) {
      raise(failing, unchecked(), tree);
    }
    each(
        world -> {
          World next = world.copy();
          Path index = next.pop();
          Path array = next.pop();
          next.val =
              array == null || index == null
                  ? null
                  : pool.index(array, identity.canonical(world, index), type);
          return next;
        });
    fillUnknown(tree);
  }

  private void newArray(NewArrayTree tree) {
    for (ExpressionTree dimension : tree.getDimensions()) {
      eval(dimension);
    }
    if (tree.getInitializers() != null) {
      for (ExpressionTree initializer : tree.getInitializers()) {
        eval(initializer);
        escapeValue(0);
      }
    }
    Path value = evaluation(tree, type(tree));
    each(
        world -> {
          World next = world.withVal(value);
          next.fresh = world.fresh.put(value.id, value);
          next.facts = world.facts.put(value.id, World.Fact.NON_NULL);
          return next;
        });
  }

  // ---- conditions

  /** The worlds in which a condition is true, and those in which it is false. */
  record Outcomes(List<World> whenTrue, List<World> whenFalse) {}

  /** Evaluates a condition; nothing is left at the current point. */
  Outcomes condition(ExpressionTree expression) {
    ExpressionTree plain = plain(expression);
    step();
    switch (plain.getKind()) {
      case LOGICAL_COMPLEMENT:
        Outcomes inner = condition(((UnaryTree) plain).getExpression());
        return new Outcomes(inner.whenFalse, inner.whenTrue);
      case CONDITIONAL_AND:
        return and((BinaryTree) plain);
      case CONDITIONAL_OR:
        return or((BinaryTree) plain);
      case AND:
      case OR:
        BinaryTree binary = (BinaryTree) plain;
        return both(
            binary.getLeftOperand(),
            binary.getRightOperand(),
            plain.getKind() == Tree.Kind.AND,
            plain);
      case CONDITIONAL_EXPRESSION:
        return choice((ConditionalExpressionTree) plain);
      case INSTANCE_OF:
        return instanceOf((InstanceOfTree) plain);
      default:
        eval(plain);
        accesses.useRacy();
        List<World> all = st;
        st = new ArrayList<>();
        return new Outcomes(
            merge.normalise(assume(all, When.TRUE), plain),
            merge.normalise(assume(all, When.FALSE), plain));
    }
  }

  private Outcomes and(BinaryTree tree) {
    Outcomes left = condition(tree.getLeftOperand());
    st = left.whenTrue;
    Outcomes right = condition(tree.getRightOperand());
    st = new ArrayList<>();
    return new Outcomes(
        right.whenTrue, merge.join(unvalued(left.whenFalse), unvalued(right.whenFalse), tree));
  }

  private Outcomes or(BinaryTree tree) {
    Outcomes left = condition(tree.getLeftOperand());
    st = left.whenFalse;
    Outcomes right = condition(tree.getRightOperand());
    st = new ArrayList<>();
    return new Outcomes(
        merge.join(unvalued(left.whenTrue), unvalued(right.whenTrue), tree), right.whenFalse);
  }

  /** {@code &} and {@code |} of conditions: both sides are evaluated in any case. */
  private Outcomes both(
      ExpressionTree first, ExpressionTree second, boolean conjunction, Tree tree) {
    Outcomes left = condition(first);
    st = left.whenTrue;
    Outcomes afterTrue = condition(second);
    st = left.whenFalse;
    Outcomes afterFalse = condition(second);
    st = new ArrayList<>();
    List<World> mixed =
        merge.join(unvalued(afterTrue.whenFalse), unvalued(afterFalse.whenTrue), tree);
    return conjunction
        ? new Outcomes(afterTrue.whenTrue, merge.join(mixed, unvalued(afterFalse.whenFalse), tree))
        : new Outcomes(merge.join(mixed, unvalued(afterTrue.whenTrue), tree), afterFalse.whenFalse);
  }

  private Outcomes choice(ConditionalExpressionTree tree) {
    Outcomes chosen = condition(tree.getCondition());
    st = chosen.whenTrue;
    Outcomes first = condition(tree.getTrueExpression());
    st = chosen.whenFalse;
    Outcomes second = condition(tree.getFalseExpression());
    st = new ArrayList<>();
    return new Outcomes(
        merge.join(unvalued(first.whenTrue), unvalued(second.whenTrue), tree),
        merge.join(unvalued(first.whenFalse), unvalued(second.whenFalse), tree.getCondition()));
  }

  private static List<World> unvalued(List<World> worlds) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      result.add(world.withVal(null));
    }
    return result;
  }

  private Outcomes instanceOf(InstanceOfTree tree) {
    eval(tree.getExpression());
    Tree pattern = tree.getPattern();
    String type = String.valueOf(tree.getType() != null ? tree.getType() : pattern);
    push();
    TypeMirror target =
        tree.getType() != null
            ? type(tree.getType())
            : pattern instanceof BindingPatternTree binding ? type(binding.getVariable()) : null;
    TypeMirror source = type(tree.getExpression());
    each(
        world ->
            world.withVal(
                world.val == null
                    ? null
                    : isSurely(world.val.type, target) || isSurely(source, target)
                        ? pool.equal(pool.equal(world.val, pool.nullValue()), pool.constant(false))
                        : pool.instanceOf(world.val, type)));
    fillUnknown(tree);
    List<World> all = st;
    st = assume(all, When.TRUE);
    each(
        world -> {
          World next = world.copy();
          next.val = next.pop();
          return next;
        });
    if (pattern != null) {
      bindPattern(pattern);
    }
    List<World> matched = st;
    st = assume(all, When.FALSE);
    drop(1);
    List<World> unmatched = st;
    st = new ArrayList<>();
    return new Outcomes(matched, unmatched);
  }

  /** Whether only null can fail the test. */
  private boolean isSurely(TypeMirror type, TypeMirror target) {
    return type != null
        && target != null
        && env.types.isSubtype(env.types.erasure(type), env.types.erasure(target));
  }

  /** Gives a pattern's variable the value at hand. */
  void bindVariable(BindingPatternTree pattern) {
    if (element(pattern.getVariable()) instanceof VariableElement variable) {
      assignLocal(variable, pattern);
    }
  }

  private void booleanValue(Outcomes outcomes, ExpressionTree expression) {
    st = new ArrayList<>();
    List<World> whenTrue = constants(outcomes.whenTrue, true);
    List<World> whenFalse = constants(outcomes.whenFalse, false);
    st = merge.join(whenTrue, whenFalse, expression);
    fillUnknown(expression);
  }

  private List<World> constants(List<World> worlds, boolean value) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      result.add(world.withVal(pool.constant(value)));
    }
    return result;
  }

  private void conditional(ConditionalExpressionTree tree) {
    Outcomes outcomes = condition(tree.getCondition());
    st = outcomes.whenTrue;
    eval(tree.getTrueExpression());
    List<World> first = st;
    st = outcomes.whenFalse;
    eval(tree.getFalseExpression());
    if (isChoiceOfObjects(first, st)) {
      st = new ArrayList<>(st);
      st.addAll(0, first);
      chosen = true;
    } else {
      st = merge.join(first, st, tree);
    }
    fillUnknown(tree);
  }

  /** Which of two known objects it is may matter for every lock of theirs. */
  private static boolean isChoiceOfObjects(List<World> first, List<World> second) {
    return !first.isEmpty()
        && !second.isEmpty()
        && isKnownObject(first.get(0).val)
        && isKnownObject(second.get(0).val);
  }

  private static boolean isKnownObject(Path value) {
    if (value == null) {
      return false;
    }
    return switch (value.kind) {
      case PARAM, LOCAL, FIELD, THIS, READ_VIEW, WRITE_VIEW ->
          value.type == null || !value.type.getKind().isPrimitive();
      default -> false;
    };
  }

  /** Whether the value at hand was chosen among known objects. */
  private boolean chosen;

  // ---- callbacks and escape

  private void callback(ExpressionTree tree) {
    Path value = pool.lambda(tree, type(tree));
    if (tree instanceof MemberReferenceTree reference
        && !(element(reference.getQualifierExpression()) instanceof TypeElement)) {
      eval(reference.getQualifierExpression());
    }
    Callback callback = callbacks.computeIfAbsent(tree, Callback::new);
    List<Path> captured = new ArrayList<>();
    for (World world : st) {
      callback.created =
          callback.created == null
              ? world
              : merge
                  .normalise(new ArrayList<>(List.of(bare(callback.created), bare(world))), tree)
                  .get(0);
      captured.addAll(captures(world, tree));
    }
    each(
        world -> {
          World next = world.withVal(value);
          if (!captured.isEmpty()) {
            next.carried = world.carried.put(value.id, List.copyOf(captured));
          }
          return next;
        });
  }

  private static World bare(World world) {
    World result = new World();
    result.vars = world.vars;
    result.equal = world.equal;
    return result;
  }

  /** The unpublished objects that a callback or inner class refers to. */
  List<Path> captures(World world, Tree tree) {
    List<Path> result = new ArrayList<>();
    if (world.fresh.isEmpty()) {
      return result;
    }
    Path me = pool.self(self);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree name, Void unused) {
        Element element = element(name);
        if (name.getName().contentEquals("this")
            || element != null
                && (element.getKind() == ElementKind.METHOD
                    || element.getKind() == ElementKind.FIELD)
                && !Env.isStatic(element)) {
          addFresh(me);
        } else if (element instanceof VariableElement variable && !isField(variable)) {
          Path value = world.vars.get(index(variable));
          if (value != null) {
            addFresh(value);
          }
        }
        return null;
      }

      private void addFresh(Path path) {
        if (world.fresh.has(path.id) && !result.contains(path)) {
          result.add(path);
        }
      }
    }.scan(tree, null);
    return result;
  }

  /**
   * The value just computed may now be reached by other threads, in every world; {@code unless} is
   * the stack depth of its holder.
   */
  void escapeValue(int holderDepth) {
    each(
        world -> {
          Path holder = holderDepth > 0 ? peek(world, holderDepth) : null;
          if (holder != null && world.fresh.has(identity.canonical(world, holder).id)) {
            World next = world.copy();
            next.carry(identity.canonical(world, holder), world.val);
            return next;
          }
          return escaped(world, world.val);
        });
  }

  /** The world after a value was published, with everything it refers to. */
  World escaped(World world, Path value) {
    if (value == null) {
      return world;
    }
    Path path = identity.canonical(world, value);
    List<Path> carried = world.carried.get(path.id);
    boolean fresh = world.fresh.has(path.id);
    if (path.kind == Kind.LAMBDA) {
      Callback callback = callbacks.get((Tree) path.key);
      if (callback != null) {
        callback.escaped = true;
      }
    }
    if (!fresh && carried == null) {
      return world;
    }
    World next = world.copy();
    next.fresh = world.fresh.remove(path.id);
    next.carried = world.carried.remove(path.id);
    if (carried != null) {
      for (Path each : carried) {
        next = escaped(next, each);
      }
    }
    return next;
  }

  /**
   * The contract of a method as this body sees it: declared, inherited, and inferred for private
   * helpers.
   */
  abstract dev.holdfast.checker.contract.Contract contractOf(ExecutableElement method);
}
