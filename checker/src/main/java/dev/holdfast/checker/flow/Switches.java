package dev.holdfast.checker.flow;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.Frames.Target;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Executes switches: labels, patterns, guards, and what falls through. */
abstract class Switches extends Calls {
  Switches(BodyContext context) {
    super(context);
  }

  static Exit exit(Exit.Kind kind, Tree target, Tree site) {
    return new Exit(kind, target, site, List.of(), null);
  }

  /** The worlds without a value at hand, as a statement leaves them. */
  static List<World> plainAll(List<World> worlds) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      result.add(world.val == null && world.racyHere.isEmpty() ? world : world.withVal(null));
    }
    return result;
  }

  void switchStatement(SwitchTree tree) {
    eval(tree.getExpression());
    accesses.useRacy();
    cases(tree, tree.getCases(), false);
  }

  @Override
  void switchExpression(SwitchExpressionTree tree) {
    eval(tree.getExpression());
    accesses.useRacy();
    cases(tree, tree.getCases(), true);
  }

  private void cases(Tree tree, List<? extends CaseTree> cases, boolean expression) {
    push();
    Target target = new Target(tree);
    frames.push(target);
    List<World> unmatched = st;
    List<World> falling = new ArrayList<>();
    boolean exhaustive = expression;
    boolean isGuarded = false;
    List<World> afterLabels = new ArrayList<>(unmatched);
    Map<List<CaseTree>, List<World>> entries = new LinkedHashMap<>();
    List<CaseTree> otherwise = null;
    for (List<CaseTree> each : SwitchLabels.sharingBodies(cases)) {
      st = afterLabels;
      isGuarded |= SwitchLabels.guard(each.get(each.size() - 1)) != null;
      Outcomes outcomes = matches(each, isGuarded);
      entries.put(each, outcomes.whenTrue());
      afterLabels = outcomes.whenFalse();
      exhaustive |= SwitchLabels.hasPattern(each);
      otherwise = SwitchLabels.isDefault(each) ? each : otherwise;
    }
    if (otherwise != null) {
      List<World> own = entries.get(otherwise);
      entries.put(otherwise, merge.join(new ArrayList<>(own), afterLabels, otherwise));
    }
    for (List<CaseTree> each : entries.keySet()) {
      CaseTree body = each.get(each.size() - 1);
      st = merge.join(new ArrayList<>(popped(entries.get(each))), falling, body);
      falling = caseBody(body, tree, expression);
    }
    frames.pop();
    List<World> result = new ArrayList<>(falling);
    if (otherwise == null && !exhaustive) {
      result = merge.join(result, popped(afterLabels), tree);
    }
    chosen = expression && isChoiceOfObjects(target.breaks);
    if (chosen || choices.contains(tree)) {
      st = new ArrayList<>();
      byValue(target.breaks).values().forEach(each -> st.addAll(merge.normalise(each, tree)));
      return;
    }
    st = merge.join(expression ? new ArrayList<>() : plainAll(result), target.breaks, tree);
    if (!expression) {
      st = merge.normalise(plainAll(st), tree);
    }
  }

  private static List<World> popped(List<World> worlds) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = world.copy();
      next.pop();
      next.val = null;
      result.add(next);
    }
    return result;
  }

  /**
   * The worlds in which the labels and the guard of a body match, and those in which they do not;
   * the selector stays on the stack. Behind a guard a case may have an earlier one's pattern again.
   */
  private Outcomes matches(List<CaseTree> cases, boolean isGuarded) {
    Outcomes result = new Outcomes(List.of(), st);
    ExpressionTree guard = SwitchLabels.guard(cases.get(cases.size() - 1));
    boolean first = true;
    for (Tree label : SwitchLabels.labels(cases)) {
      st = result.whenFalse();
      Outcomes one =
          SwitchLabels.isPattern(label) ? matchPattern(label, isGuarded) : matchConstant(label);
      result = first ? one : opposite(inSequence(opposite(result), opposite(one), label));
      first = false;
    }
    if (guard == null) {
      return result;
    }
    st = result.whenTrue();
    return inSequence(result, condition(guard), cases.get(cases.size() - 1));
  }

  private Outcomes matchConstant(Tree label) {
    Path constant = constant(label);
    each(
        world -> {
          Path selector = peek(world, 0);
          return world.withVal(
              selector == null || constant == null ? null : pool.equal(selector, constant));
        });
    return outcomes(st);
  }

  private Path constant(Tree label) {
    if (label instanceof LiteralTree literal) {
      return literal.getValue() == null ? pool.nullValue() : pool.constant(literal.getValue());
    }
    if (label instanceof IdentifierTree && element(label) instanceof VariableElement field) {
      return field.getConstantValue() != null
          ? pool.constant(field.getConstantValue())
          : pool.field(null, field);
    }
    return null;
  }

  private Outcomes matchPattern(Tree label, boolean isGuarded) {
    List<World> all = st;
    Tree pattern = SwitchLabels.pattern(label);
    Tree named =
        pattern instanceof BindingPatternTree binding
            ? binding.getVariable().getType()
            : SwitchLabels.deconstructor(pattern);
    TypeMirror type = named == null ? null : type(named);
    each(world -> world.withVal(typeTest(peek(world, 0), null, type, String.valueOf(named))));
    List<World> tested = st;
    st = assume(tested, When.TRUE);
    each(world -> world.withVal(peek(world, 0)));
    bindPattern(pattern);
    List<World> matched = st;
    boolean fails = isGuarded && isMatchedByEach(pattern, type);
    return new Outcomes(matched, fails ? assume(tested, When.FALSE) : all);
  }

  /** Whether a pattern matches each object of that type, and null where it is a component. */
  private boolean isMatchedByEach(Tree pattern, TypeMirror type) {
    if (pattern instanceof BindingPatternTree binding) {
      return isSurely(type, type(binding.getVariable()));
    }
    Tree named = SwitchLabels.deconstructor(pattern);
    TypeElement record = named == null ? null : env.typeElement(type(named));
    if (record == null || !isSurely(type, record.asType())) {
      return false;
    }
    List<? extends RecordComponentElement> components = record.getRecordComponents();
    List<Tree> parts = SwitchLabels.components(pattern);
    for (int i = 0; i < parts.size(); i++) {
      Tree part = parts.get(i);
      boolean isAny = part.getKind().name().startsWith("ANY");
      boolean isBound =
          part instanceof BindingPatternTree && isMatchedByEach(part, components.get(i).asType());
      if (!isAny && !isBound) {
        return false;
      }
    }
    return true;
  }

  @Override
  void bindPattern(Tree pattern) {
    if (pattern instanceof BindingPatternTree binding) {
      bindVariable(binding);
      return;
    }
    List<Tree> parts = SwitchLabels.components(pattern);
    if (parts.isEmpty()) {
      return;
    }
    TypeElement type = env.typeElement(type(SwitchLabels.deconstructor(pattern)));
    List<? extends Element> components = type == null ? List.of() : type.getRecordComponents();
    push();
    for (int i = 0; i < parts.size(); i++) {
      VariableElement field =
          i < components.size()
              ? env.field(type, components.get(i).getSimpleName().toString())
              : null;
      if (field != null && isRead(parts.get(i))) {
        readComponent(parts.get(i), field, (RecordComponentElement) components.get(i));
      }
      ExecutableElement accessor =
          field == null ? null : ((RecordComponentElement) components.get(i)).getAccessor();
      each(
          world -> {
            Path whole = peek(world, 0);
            return world.withVal(
                whole == null || accessor == null
                    ? null
                    : contracts.getterResult(
                        accessor, identity.canonical(world, whole), List.of(), pool));
          });
      bindPattern(parts.get(i));
    }
    drop(1);
  }

  /** A pattern calls the accessor of each component; what it gives no name to is of no use. */
  private static boolean isRead(Tree part) {
    return part instanceof BindingPatternTree binding
        ? !binding.getVariable().getName().isEmpty()
        : !SwitchLabels.components(part).isEmpty();
  }

  private void readComponent(Tree part, VariableElement field, RecordComponentElement component) {
    if (field.equals(contracts.componentField(component.getAccessor()))) {
      accesses.access(part, field, world -> peek(world, 0), false);
    }
  }

  /** Runs a case; answers the worlds that fall through to the next. */
  private List<World> caseBody(CaseTree tree, Tree whole, boolean expression) {
    if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      for (StatementTree each : tree.getStatements()) {
        statement(each);
      }
      return plainAll(st);
    }
    Tree body = tree.getBody();
    if (body instanceof ExpressionTree value) {
      evalResult(value, whole);
      if (expression) {
        jump(exit(Exit.Kind.YIELD, whole, value));
      } else {
        accesses.useRacy();
        setVal(null);
        jump(exit(Exit.Kind.BREAK, whole, value));
      }
    } else if (body instanceof StatementTree statement) {
      statement(statement);
      setVal(null);
      jump(exit(Exit.Kind.BREAK, whole, statement));
    }
    return new ArrayList<>();
  }

  void yields(YieldTree tree) {
    evalResult(tree.getValue(), frames.yieldTarget());
    jumpByValue(Exit.Kind.YIELD, frames.yieldTarget(), tree);
  }

  private void evalResult(ExpressionTree value, Tree whole) {
    if (choices.contains(whole)) {
      choose(value);
    } else {
      eval(value);
    }
  }

  /** Leaves with a value, world by world where the values differ. */
  void jumpByValue(Exit.Kind kind, Tree target, Tree site) {
    byValue(st)
        .forEach(
            (value, worlds) -> {
              st = worlds;
              jump(new Exit(kind, target, site, List.of(), value));
            });
    st = new ArrayList<>();
  }

  private static Map<Path, List<World>> byValue(List<World> worlds) {
    Map<Path, List<World>> result = new LinkedHashMap<>();
    for (World world : worlds) {
      result.computeIfAbsent(world.val, path -> new ArrayList<>()).add(world);
    }
    return result;
  }
}
