package dev.holdfast.checker.flow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Recognises the loops that visit every element of an array or collection once, by their heads. */
final class Sweeps {
  /**
   * What a loop goes through, and the variable that tells the element at hand; in place of the
   * container, the index that it stays below where that is not a size.
   */
  record Head(
      ExpressionTree container, ExpressionTree bound, VariableTree variable, boolean isIndex) {
    /** What is evaluated before the loop. */
    ExpressionTree limit() {
      return container == null ? bound : container;
    }
  }

  /** The index that has reached the end of a container if a test has that outcome. */
  record End(ExpressionTree container, ExpressionTree index, boolean outcome) {}

  private final Machine machine;
  private final Env env;
  private final Function<Tree, Element> elements;
  private final Function<Tree, TypeMirror> types;
  private final Function<ExecutableElement, Contract> contracts;
  private final Tree member;
  private final Map<Tree, BodyEffects> effects = new HashMap<>();

  /** {@code member} is the body that the loops are in. */
  Sweeps(Machine machine, Function<ExecutableElement, Contract> contracts, Tree member) {
    this.machine = machine;
    this.env = machine.env;
    this.elements = machine::element;
    this.types = machine::type;
    this.contracts = contracts;
    this.member = member;
  }

  /**
   * The sweep that a loop is in worlds whose value at hand is its container; null where that is not
   * one object for sure, or some of its elements differ from the others already.
   */
  Sweep sweep(Head head, StatementTree body, List<World> worlds) {
    Path container = head == null ? null : container(head, worlds);
    if (container == null || effects(body).changes(elements.apply(Env.plain(head.container())))) {
      return null;
    }
    Elements held = machine.locks.elements;
    boolean all = true;
    for (World world : worlds) {
      all &= held.isHeldOf(world, container, true);
      if (held.isHeldOf(world, container, false)) {
        return null;
      }
    }
    boolean mayStop = head.isIndex() && !all && effects(body).givesBackAndLeaves();
    return mayStop
        ? null
        : new Sweep(
            machine.pool,
            container,
            null,
            elementType(head.container()),
            new Sweep.Cursor(head.variable(), head.isIndex()),
            env.types.getPrimitiveType(TypeKind.INT),
            all || effects(body).addsUp());
  }

  /**
   * The sweep over the elements below an index, which is the value at hand in {@code values}, where
   * the locks of all of them are held; null where they are not, or where only some are in one
   * world. If the index differs, the worlds name it by the shared name from then on.
   */
  Sweep sweep(Head head, Path shared, List<World> worlds, List<World> values) {
    Prefixes prefixes = machine.locks.elements.prefixes;
    Path step = null;
    Set<Path> bounds = new HashSet<>();
    for (int i = 0; i < worlds.size(); i++) {
      Path bound = machine.identity.canonical(worlds.get(i), values.get(i).val);
      Path here = prefixes.stepBelow(worlds.get(i), bound);
      if (here != null) {
        if (step != null && step.base != here.base) {
          return null;
        }
        step = here;
        bounds.add(bound);
      }
    }
    if (step == null) {
      return null;
    }
    for (World world : worlds) {
      if (machine.locks.elements.isHeldOf(world, step.base, false)) {
        return null;
      }
    }
    TypeMirror number = env.types.getPrimitiveType(TypeKind.INT);
    Path common = bounds.size() == 1 ? bounds.iterator().next() : shared;
    for (int i = 0; i < worlds.size(); i++) {
      Path bound = machine.identity.canonical(worlds.get(i), values.get(i).val);
      World world = prefixes.below(worlds.get(i), step.base, bound);
      if (bound != common && bounds.contains(bound)) {
        if (bound.kind != Path.Kind.VALUE) {
          return null;
        }
        world = machine.renaming.rename(world, bound, common);
      }
      worlds.set(i, world);
    }
    return new Sweep(
        machine.pool,
        step.base,
        common,
        step.type,
        new Sweep.Cursor(head.variable(), true),
        number,
        true);
  }

  /** What a loop goes through, the value at hand, if that is one object throughout; else null. */
  Path container(EnhancedForLoopTree loop, List<World> worlds) {
    Head head = head(loop);
    return head == null || effects(loop.getStatement()).changes(elements.apply(head.container()))
        ? null
        : container(head, worlds);
  }

  /** The local that counts the turns of a loop that takes locks; null if there is none. */
  VariableElement counter(StatementTree body) {
    if (!(body instanceof BlockTree block) || !effects(body).acquires() || effects(body).skips()) {
      return null;
    }
    VariableElement counter = null;
    for (StatementTree each : block.getStatements()) {
      if (each instanceof ExpressionStatementTree statement
          && statement.getExpression() instanceof UnaryTree unary
          && isIncrement(unary)
          && elements.apply(Env.plain(unary.getExpression())) instanceof VariableElement variable
          && !variable.getKind().isField()
          && effects(body).changesOnce(variable)) {
        counter = variable;
      }
    }
    return counter;
  }

  /** The index that a loop counts up from zero, turn by turn; null if there is none. */
  VariableElement indexFromZero(ForLoopTree loop) {
    return loop.getInitializer().size() == 1
            && loop.getInitializer().get(0) instanceof VariableTree index
            && index.getInitializer() != null
            && isNumber(index.getInitializer(), 0)
            && loop.getUpdate().size() == 1
            && loop.getUpdate().get(0).getExpression() instanceof UnaryTree update
            && isIncrement(update)
            && elements.apply(index) instanceof VariableElement variable
            && isVariable(update.getExpression(), variable)
            && !effects(loop.getStatement()).changes(variable)
        ? variable
        : null;
  }

  private static boolean isIncrement(UnaryTree update) {
    return update.getKind() == Tree.Kind.POSTFIX_INCREMENT
        || update.getKind() == Tree.Kind.PREFIX_INCREMENT;
  }

  /** What the loop goes through, if that is one object as long as it is locked; else null. */
  private Path container(Head head, List<World> worlds) {
    Path here = machine.common(worlds, world -> world.val);
    return here != null && here.isDefinite() && !mayChange(head.container(), here) ? here : null;
  }

  /** Whether the expression may lead to another object later; it leads to that one now. */
  private boolean mayChange(ExpressionTree expression, Path now) {
    ExpressionTree at = Env.plain(expression);
    while (elements.apply(at) instanceof VariableElement variable && variable.getKind().isField()) {
      if (!machine.contracts.isStable(variable)) {
        return true;
      }
      if (!(at instanceof MemberSelectTree select)) {
        return false;
      }
      at = Env.plain(select.getExpression());
    }
    boolean local = elements.apply(at) instanceof VariableElement;
    return !local && machine.dependsOnFields(now);
  }

  /** What the code does, whenever it is run. */
  BodyEffects effects(Tree code) {
    BodyEffects known = effects.get(code);
    if (known == null) {
      known = new BodyEffects(code, elements, contracts);
      effects.put(code, known);
    }
    return known;
  }

  /** The type of what the container holds, or the iterator gives; null if it is not known. */
  TypeMirror elementType(ExpressionTree container) {
    TypeMirror type = types.apply(container);
    if (type instanceof ArrayType array) {
      return array.getComponentType();
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    TypeElement iterable = env.elements.getTypeElement("java.lang.Iterable");
    if (!env.isSubtype((TypeElement) declared.asElement(), iterable)) {
      return firstArgument(declared);
    }
    ExecutableElement iterator = env.method(iterable, "iterator", 0);
    ExecutableType method = (ExecutableType) env.types.asMemberOf(declared, iterator);
    return firstArgument((DeclaredType) method.getReturnType());
  }

  private TypeMirror firstArgument(DeclaredType type) {
    return type.getTypeArguments().stream().findFirst().map(env.types::erasure).orElse(null);
  }

  /** The head of a loop over all elements; null if it is none. */
  Head head(EnhancedForLoopTree loop) {
    return isContainer(loop.getExpression())
        ? new Head(loop.getExpression(), null, loop.getVariable(), false)
        : null;
  }

  /** The head of a loop over all indices, upwards or downwards; null if it is none. */
  Head head(ForLoopTree loop) {
    List<? extends StatementTree> initial = loop.getInitializer();
    if (initial.isEmpty()
        || !(initial.get(0) instanceof VariableTree index)
        || index.getInitializer() == null
        || loop.getUpdate().size() != 1
        || !(Env.plain(loop.getCondition()) instanceof BinaryTree condition)) {
      return null;
    }
    ExpressionTree size =
        switch (loop.getUpdate().get(0).getExpression().getKind()) {
          case PREFIX_INCREMENT, POSTFIX_INCREMENT -> upwards(index, condition);
          case PREFIX_DECREMENT, POSTFIX_DECREMENT -> downwards(index, condition);
          default -> null;
        };
    Element variable = elements.apply(index);
    if (size == null
        || !isVariable(
            ((UnaryTree) loop.getUpdate().get(0).getExpression()).getExpression(), variable)
        || effects(loop.getStatement()).changes(variable)) {
      return null;
    }
    ExpressionTree container = sized(size);
    return container != null
        ? new Head(container, null, index, true)
        : elements.apply(Env.plain(size)) instanceof VariableElement bound
                && !effects(loop).changes(bound)
            ? new Head(null, Env.plain(size), index, true)
            : null;
  }

  /** What the index stays below, where it starts at the first element. */
  private ExpressionTree upwards(VariableTree index, BinaryTree condition) {
    if (!isNumber(index.getInitializer(), 0)) {
      return null;
    }
    Element variable = elements.apply(index);
    return switch (condition.getKind()) {
      case LESS_THAN, NOT_EQUAL_TO ->
          isVariable(condition.getLeftOperand(), variable) ? condition.getRightOperand() : null;
      case GREATER_THAN ->
          isVariable(condition.getRightOperand(), variable) ? condition.getLeftOperand() : null;
      default -> null;
    };
  }

  /** What the index starts below, where it ends at the first element. */
  private ExpressionTree downwards(VariableTree index, BinaryTree condition) {
    int last =
        switch (condition.getKind()) {
          case GREATER_THAN_EQUAL -> 0;
          case GREATER_THAN -> -1;
          default -> 1;
        };
    return isVariable(condition.getLeftOperand(), elements.apply(index))
            && last <= 0
            && isNumber(condition.getRightOperand(), last)
            && Env.plain(index.getInitializer()) instanceof BinaryTree start
            && start.getKind() == Tree.Kind.MINUS
            && isNumber(start.getRightOperand(), 1)
        ? start.getLeftOperand()
        : null;
  }

  /** What a test asks of an index, if it is whether it has reached the end; else null. */
  End end(ExpressionTree test) {
    if (!(Env.plain(test) instanceof BinaryTree comparison)) {
      return null;
    }
    ExpressionTree left = Env.plain(comparison.getLeftOperand());
    ExpressionTree right = Env.plain(comparison.getRightOperand());
    return switch (comparison.getKind()) {
      case LESS_THAN -> end(right, left, false);
      case GREATER_THAN -> end(left, right, false);
      case GREATER_THAN_EQUAL -> end(right, left, true);
      case LESS_THAN_EQUAL -> end(left, right, true);
      case EQUAL_TO -> endOfEither(left, right, true);
      case NOT_EQUAL_TO -> endOfEither(left, right, false);
      default -> null;
    };
  }

  private End endOfEither(ExpressionTree one, ExpressionTree other, boolean outcome) {
    End end = end(one, other, outcome);
    return end != null ? end : end(other, one, outcome);
  }

  private End end(ExpressionTree size, ExpressionTree index, boolean outcome) {
    ExpressionTree container = sized(size);
    return container == null ? null : new End(container, index, outcome);
  }

  /** The container whose size an expression is, directly or as a local that has one; or null. */
  private ExpressionTree sized(ExpressionTree size) {
    ExpressionTree at = Env.plain(size);
    if (at instanceof IdentifierTree) {
      VariableTree local = declaration(elements.apply(at));
      ExpressionTree container =
          local == null || local.getInitializer() == null ? null : sized(local.getInitializer());
      return container != null
              && !effects(member).changes(elements.apply(local))
              && isUnchanged(container)
          ? container
          : null;
    }
    return sizeOf(at);
  }

  /** Whether the body assigns no variable that the name goes through. */
  private boolean isUnchanged(ExpressionTree name) {
    for (ExpressionTree at = Env.plain(name); at != null; ) {
      if (effects(member).changes(elements.apply(at))) {
        return false;
      }
      at = at instanceof MemberSelectTree select ? Env.plain(select.getExpression()) : null;
    }
    return true;
  }

  private ExpressionTree sizeOf(ExpressionTree size) {
    Tree named = size instanceof MethodInvocationTree call ? call.getMethodSelect() : size;
    if (!(named instanceof MemberSelectTree select)) {
      return null;
    }
    String name = named == size ? "length" : "size";
    boolean array = isArray(select.getExpression());
    return select.getIdentifier().contentEquals(name)
            && array == (named == size)
            && isContainer(select.getExpression())
        ? select.getExpression()
        : null;
  }

  private boolean isArray(ExpressionTree expression) {
    TypeMirror type = types.apply(expression);
    return type != null && type.getKind() == TypeKind.ARRAY;
  }

  private boolean isContainer(ExpressionTree expression) {
    return isArray(expression) || env.isA(types.apply(expression), "java.util.Collection");
  }

  private boolean isVariable(ExpressionTree expression, Element variable) {
    return Env.plain(expression) instanceof IdentifierTree name
        && Objects.equals(elements.apply(name), variable);
  }

  static boolean isNumber(ExpressionTree expression, int number) {
    ExpressionTree at = Env.plain(expression);
    if (at instanceof UnaryTree negative && negative.getKind() == Tree.Kind.UNARY_MINUS) {
      return isNumber(negative.getExpression(), -number);
    }
    return at instanceof LiteralTree literal && Objects.equals(literal.getValue(), number);
  }

  /** Where a local is declared; null where it is none, or a parameter. */
  private VariableTree declaration(Element local) {
    VariableTree[] found = {null};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void unused) {
        if (Objects.equals(elements.apply(tree), local)) {
          found[0] = tree;
        }
        return super.visitVariable(tree, null);
      }
    }.scan(member, null);
    return found[0];
  }
}
