package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Tells what the methods and constructors of one top-level class do with the object that they run
 * on, with what that has in its fields, and with their arguments, as their source shows: into which
 * of these they put which, and which of them they hand to others.
 *
 * <p>The class stands for the object that the method runs on, or makes; a parameter for the
 * argument, a field for what that object has in it, the method for its result, and null for all
 * that others can reach.
 */
final class Publishing extends Judgements<ExecutableElement, Map<Element, Set<Element>>> {
  private final Env env;
  private final ClassScan scan;
  private final Contracts contracts;

  Publishing(Env env, ClassScan scan, Contracts contracts) {
    super(Map.of());
    this.env = env;
    this.scan = scan;
    this.contracts = contracts;
  }

  @Override
  Map<Element, Set<Element>> judge(ExecutableElement method) {
    MethodTree source = scan.source(method);
    if (source == null) {
      return Map.of();
    }
    Uses uses = new Uses(Env.enclosingType(method), method);
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      if (ConstructorCall.initialises(source)) {
        uses.initialisers(scan.member(method).owner, null);
      }
      ConstructorArguments.components(method)
          .forEach((field, parameter) -> uses.flow(Set.of(parameter), field));
    }
    uses.scan(source.getBody(), null);
    return uses.found();
  }

  /** What the initialisers of the class do that come before this one. */
  Map<Element, Set<Element>> initialisers(ClassTree type, Tree end) {
    Uses uses = new Uses((TypeElement) scan.element(type), null);
    uses.initialisers(type, end);
    return uses.found();
  }

  /** Follows what expressions refer to through the code of one class. */
  private final class Uses extends TreeScanner<Void, Void> {
    private final TypeElement owner;
    private final ExecutableElement method;

    /** What may be, or be reached from, what. */
    private final Map<Element, Set<Element>> goesTo = new LinkedHashMap<>();

    /** The objects that a local may be, if it is none that the code makes. */
    private final Map<Element, Set<Element>> places = new HashMap<>();

    /** Objects on which methods run that stand elsewhere. */
    private final Set<Element> used = new HashSet<>();

    private record Put(Set<Element> what, Set<Element> into) {}

    /** What the methods of local classes refer to. */
    private final Map<Element, Set<Element>> locals = new HashMap<>();

    private final Deque<Set<Element>> matched = new ArrayDeque<>();
    private final List<Put> puts = new ArrayList<>();

    /** What the switch expressions and the callbacks around give. */
    private final Deque<Set<Element>> given = new ArrayDeque<>();

    Uses(TypeElement owner, ExecutableElement method) {
      this.owner = owner;
      this.method = method;
    }

    void initialisers(ClassTree type, Tree end) {
      for (ClassScan.Member each : scan.initialisers(type)) {
        if (each.tree == end) {
          return;
        }
        if (each.tree instanceof VariableTree field && each.code() instanceof ExpressionTree made) {
          flow(value(made), scan.element(field));
        } else {
          scan(each.tree, null);
        }
      }
    }

    // ---- where things go

    void flow(Set<Element> what, Element to) {
      for (Element each : what) {
        goesTo.computeIfAbsent(each, key -> new LinkedHashSet<>()).add(to);
      }
    }

    private void put(Set<Element> what, Set<Element> into) {
      if (!what.isEmpty()) {
        puts.add(new Put(what, into));
      }
    }

    private void handOut(Set<Element> what) {
      flow(what, null);
    }

    Map<Element, Set<Element>> found() {
      for (Put each : puts) {
        Set<Element> into = new LinkedHashSet<>();
        each.into.forEach(place -> addPlaces(place, into));
        into.forEach(place -> flow(each.what, place));
      }
      Map<Element, Set<Element>> result = new LinkedHashMap<>();
      for (Element each : List.copyOf(goesTo.keySet())) {
        if (!isLocal(each) && !isLent(each)) {
          Set<Element> ends = ends(each);
          if (!ends.isEmpty()) {
            result.put(each, ends);
          }
        }
      }
      return result;
    }

    private void addPlaces(Element place, Set<Element> to) {
      if (to.add(place) && place != null) {
        places.getOrDefault(place, Set.of()).forEach(each -> addPlaces(each, to));
      }
    }

    /** Where something gets, but for locals. */
    private Set<Element> ends(Element start) {
      Set<Element> seen = new LinkedHashSet<>();
      Set<Element> result = new LinkedHashSet<>();
      Deque<Element> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        Element at = open.pop();
        for (Element next : goesTo.getOrDefault(at, Set.of())) {
          if (next != start && !isLocal(next)) {
            result.add(next);
          }
          if (next != null && used.contains(next) && next != start) {
            result.add(null);
          }
          if (next != null && seen.add(next)) {
            open.push(next);
          }
        }
        if (at != null && at != start && isOwnField(at) && seen.add(owner)) {
          open.push(owner);
        }
      }
      return result;
    }

    /** Whether it is an argument that the method does not keep. */
    private boolean isLent(Element element) {
      int index = method == null ? -1 : method.getParameters().indexOf(element);
      return index >= 0
          && (scan.borrowing().isBorrowed(method, index)
              || scan.calledBack().isMerelyRun(method, index)
              || contracts.of(method).runsInline(index));
    }

    private boolean isLocal(Element element) {
      return element instanceof VariableElement variable
          && !Escapes.isField(variable)
          && (variable.getKind() != ElementKind.PARAMETER
              || variable.getEnclosingElement() != method);
    }

    private boolean isOwnField(Element element) {
      return element instanceof VariableElement field
          && Escapes.isField(field)
          && !Env.isStatic(field)
          && env.isMember(field, owner);
    }

    // ---- statements

    @Override
    public Void scan(Tree tree, Void unused) {
      if (tree instanceof ExpressionTree expression) {
        value(expression);
        return null;
      }
      return super.scan(tree, null);
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      locals.put(scan.element(tree), mentioned(tree));
      return null;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void unused) {
      return among(value(tree.getExpression()), () -> scan(tree.getCases(), null));
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
      return among(value(tree.getExpression()), () -> scan(tree.getCases(), null));
    }

    @Override
    public Void visitInstanceOf(InstanceOfTree tree, Void unused) {
      return among(value(tree.getExpression()), () -> scan(tree.getPattern(), null));
    }

    /** Looks at patterns that are matched with that. */
    private Void among(Set<Element> what, Runnable patterns) {
      matched.push(what);
      patterns.run();
      matched.pop();
      return null;
    }

    @Override
    public Void visitBindingPattern(BindingPatternTree tree, Void unused) {
      elements(scan.element(tree.getVariable()), matched.isEmpty() ? Set.of() : matched.peek());
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (tree.getInitializer() != null) {
        assigned(scan.element(tree), tree.getInitializer());
      }
      return null;
    }

    private Set<Element> assigned(Element local, ExpressionTree expression) {
      Set<Element> what = value(expression);
      if (!what.isEmpty()) {
        flow(what, local);
        addPlace(local, expression);
      }
      return what;
    }

    private void addPlace(Element local, ExpressionTree expression) {
      ExpressionTree plain = Env.plain(expression);
      boolean isMade =
          switch (plain.getKind()) {
            case NEW_CLASS, NEW_ARRAY, LAMBDA_EXPRESSION, MEMBER_REFERENCE -> true;
            default -> false;
          };
      if (!isMade) {
        places.computeIfAbsent(local, each -> new LinkedHashSet<>()).addAll(placesOf(plain));
      }
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      elements(scan.element(tree.getVariable()), value(tree.getExpression()));
      return scan(tree.getStatement(), null);
    }

    /** A local that may be what others are. */
    private void elements(Element local, Set<Element> of) {
      if (local instanceof VariableElement variable && env.mayReferToOthers(variable.asType())) {
        flow(of, local);
        places.computeIfAbsent(local, each -> new LinkedHashSet<>()).add(null);
      }
    }

    /** What is made and dropped was made for what that does with its arguments. */
    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
      Set<Element> what = value(tree.getExpression());
      if (Env.plain(tree.getExpression()) instanceof NewClassTree) {
        handOut(what);
      }
      return null;
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      if (tree.getExpression() != null) {
        Set<Element> what = value(tree.getExpression());
        if (given.isEmpty()) {
          flow(what, method);
        } else {
          given.peek().addAll(what);
        }
      }
      return null;
    }

    @Override
    public Void visitYield(YieldTree tree, Void unused) {
      Set<Element> what = value(tree.getValue());
      if (!given.isEmpty()) {
        given.peek().addAll(what);
      }
      return null;
    }

    @Override
    public Void visitCase(CaseTree tree, Void unused) {
      if (tree.getBody() instanceof ExpressionTree expression) {
        Set<Element> what = value(expression);
        if (!given.isEmpty()) {
          given.peek().addAll(what);
        }
        return null;
      }
      return super.visitCase(tree, null);
    }

    @Override
    public Void visitThrow(ThrowTree tree, Void unused) {
      handOut(value(tree.getExpression()));
      return null;
    }

    // ---- expressions

    /** What the expression's value may be, or refer to. */
    private Set<Element> value(ExpressionTree expression) {
      ExpressionTree plain = Env.plain(expression);
      return switch (plain.getKind()) {
        case TYPE_CAST -> value(((TypeCastTree) plain).getExpression());
        case IDENTIFIER -> named((IdentifierTree) plain);
        case MEMBER_SELECT -> selected((MemberSelectTree) plain);
        case ARRAY_ACCESS -> {
          value(((ArrayAccessTree) plain).getIndex());
          yield value(((ArrayAccessTree) plain).getExpression());
        }
        case ASSIGNMENT -> assignment((AssignmentTree) plain);
        case CONDITIONAL_EXPRESSION -> {
          ConditionalExpressionTree choice = (ConditionalExpressionTree) plain;
          value(choice.getCondition());
          yield union(value(choice.getTrueExpression()), value(choice.getFalseExpression()));
        }
        case METHOD_INVOCATION -> call((MethodInvocationTree) plain);
        case NEW_CLASS -> made((NewClassTree) plain);
        case NEW_ARRAY -> array((NewArrayTree) plain);
        case LAMBDA_EXPRESSION -> mentioned(plain);
        case MEMBER_REFERENCE -> {
          ExpressionTree object = ((MemberReferenceTree) plain).getQualifierExpression();
          yield scan.element(object) instanceof TypeElement ? Set.of() : value(object);
        }
        case SWITCH_EXPRESSION -> {
          given.push(new LinkedHashSet<>());
          plain.accept(this, null);
          yield given.pop();
        }
        default -> {
          plain.accept(this, null);
          yield Set.of();
        }
      };
    }

    private Set<Element> union(Set<Element> one, Set<Element> other) {
      Set<Element> result = new LinkedHashSet<>(one);
      result.addAll(other);
      return result;
    }

    private Set<Element> named(IdentifierTree name) {
      if (Names.isSelf(name.getName())) {
        return Set.of(owner);
      }
      return scan.element(name) instanceof VariableElement variable
              && env.mayReferToOthers(variable.asType())
              && (!Escapes.isField(variable) || isOwnField(variable))
          ? Set.of(variable)
          : Set.of();
    }

    private Set<Element> selected(MemberSelectTree select) {
      if (Names.isSelf(select.getIdentifier())) {
        return scan.element(select.getExpression()) == owner ? Set.of(owner) : Set.of();
      }
      Element member = scan.element(select);
      if (!(member instanceof VariableElement field) || Env.isStatic(field)) {
        return Set.of();
      }
      Set<Element> base = value(select.getExpression());
      if (!env.mayReferToOthers(field.asType())) {
        return Set.of();
      }
      return isThis(select.getExpression()) && isOwnField(field) ? Set.of(field) : base;
    }

    private boolean isThis(ExpressionTree tree) {
      ExpressionTree plain = Env.plain(tree);
      return plain instanceof IdentifierTree name && Names.isSelf(name.getName())
          || plain instanceof MemberSelectTree select
              && Names.isSelf(select.getIdentifier())
              && scan.element(select.getExpression()) == owner;
    }

    private Set<Element> assignment(AssignmentTree tree) {
      ExpressionTree target = Env.plain(tree.getVariable());
      Element variable = scan.element(target);
      if (variable instanceof VariableElement local && !Escapes.isField(local)) {
        return assigned(local, tree.getExpression());
      }
      Set<Element> what = value(tree.getExpression());
      if (target instanceof ArrayAccessTree element) {
        value(element.getIndex());
        put(what, placesOf(element.getExpression()));
      } else if (isOwnField(variable)
          && (target instanceof IdentifierTree
              || target instanceof MemberSelectTree select && isThis(select.getExpression()))) {
        flow(what, variable);
      } else if (target instanceof MemberSelectTree select && !Env.isStatic(variable)) {
        put(what, placesOf(select.getExpression()));
      } else {
        handOut(what);
      }
      return what;
    }

    private Set<Element> array(NewArrayTree tree) {
      Set<Element> result = new LinkedHashSet<>();
      tree.getDimensions().forEach(this::value);
      if (tree.getInitializers() != null) {
        tree.getInitializers().forEach(each -> result.addAll(value(each)));
      }
      return result;
    }

    /** What code refers to that runs later. */
    private Set<Element> mentioned(Tree later) {
      Set<Element> result = new LinkedHashSet<>();
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitIdentifier(IdentifierTree name, Void unused) {
          Element element = scan.element(name);
          boolean isOwn =
              Names.isSelf(name.getName())
                  || element != null
                      && (element.getKind() == ElementKind.METHOD
                          || element.getKind() == ElementKind.FIELD)
                      && !Env.isStatic(element)
                      && env.isMember(element, owner);
          if (isOwn) {
            result.add(owner);
          } else {
            result.addAll(named(name));
          }
          return null;
        }
      }.scan(later, null);
      return result;
    }

    /** The objects that the expression's may be, as one into which something is put. */
    private Set<Element> placesOf(ExpressionTree expression) {
      ExpressionTree plain = Env.plain(expression);
      Set<Element> others = new HashSet<>();
      others.add(null);
      Element element = scan.element(plain);
      if (plain instanceof TypeCastTree cast) {
        return placesOf(cast.getExpression());
      }
      if (plain instanceof ConditionalExpressionTree choice) {
        return union(placesOf(choice.getTrueExpression()), placesOf(choice.getFalseExpression()));
      }
      if (isThis(plain)) {
        return Set.of(owner);
      }
      if (plain instanceof IdentifierTree && element instanceof VariableElement variable) {
        return Escapes.isField(variable)
            ? ownPart(variable, others)
            : isCaught(variable) ? others : Set.of(variable);
      }
      if (plain instanceof MemberSelectTree select) {
        return partOf(select.getExpression(), element, others);
      }
      if (plain instanceof MethodInvocationTree call
          && element(call) instanceof ExecutableElement getter
          && !Env.isStatic(getter)) {
        ExpressionTree on =
            call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getExpression()
                : null;
        VariableElement field = scan.fields().getterField(getter);
        if (scan.newResults().givesOwn(getter)) {
          return on == null ? Set.of(owner) : placesOf(on);
        }
        return on == null ? ownPart(field, others) : partOf(on, field, others);
      }
      return others;
    }

    private Element element(MethodInvocationTree call) {
      return scan.element(call.getMethodSelect());
    }

    private Set<Element> partOf(ExpressionTree base, Element member, Set<Element> others) {
      if (!(member instanceof VariableElement field) || Env.isStatic(field)) {
        return others;
      }
      if (isThis(base)) {
        return ownPart(field, others);
      }
      return contracts.isMadeWithOwn(field) ? placesOf(base) : others;
    }

    private Set<Element> ownPart(VariableElement field, Set<Element> others) {
      return field != null && isOwnField(field) && contracts.isMadeWithOwn(field)
          ? Set.of(field)
          : others;
    }

    private static boolean isCaught(VariableElement local) {
      return local.getKind() == ElementKind.EXCEPTION_PARAMETER;
    }

    // ---- calls

    private Set<Element> made(NewClassTree tree) {
      Set<Element> result = new LinkedHashSet<>();
      if (tree.getEnclosingExpression() != null) {
        result.addAll(value(tree.getEnclosingExpression()));
      }
      result.addAll(locals.getOrDefault(scan.element(tree.getIdentifier()), Set.of()));
      if (tree.getClassBody() != null) {
        result.addAll(mentioned(tree.getClassBody()));
      } else if (isInner(scan.element(tree.getIdentifier()))) {
        result.add(owner);
      }
      if (scan.element(tree) instanceof ExecutableElement constructor) {
        result.addAll(call(constructor, tree.getArguments(), result, null));
      } else {
        tree.getArguments().forEach(each -> handOut(value(each)));
      }
      return result;
    }

    /** Whether objects of the type have the object at hand around them. */
    private boolean isInner(Element type) {
      return type instanceof TypeElement inner
          && !Env.isStatic(inner)
          && inner.getKind() == ElementKind.CLASS
          && inner.getEnclosingElement() instanceof TypeElement around
          && env.isSubtype(owner, around);
    }

    private Set<Element> call(MethodInvocationTree tree) {
      if (!(element(tree) instanceof ExecutableElement callee)) {
        tree.getArguments().forEach(each -> handOut(value(each)));
        return Set.of();
      }
      ExpressionTree on = null;
      Set<Element> receiver = Set.of();
      Set<Element> into = null;
      if (tree.getMethodSelect() instanceof MemberSelectTree select
          && callee.getKind() != ElementKind.CONSTRUCTOR) {
        on = Env.isStatic(callee) ? null : select.getExpression();
        receiver = value(select.getExpression());
        into = on == null ? null : placesOf(on);
      } else if (!Env.isStatic(callee)
          && (callee.getKind() == ElementKind.CONSTRUCTOR || env.isMember(callee, owner))) {
        receiver = Set.of(owner);
        into = Set.of(owner);
      }
      Set<Element> result = call(callee, tree.getArguments(), receiver, into);
      return env.mayReferToOthers(callee.getReturnType()) ? result : Set.of();
    }

    /**
     * @param receiver what the object is, or refers to, that the callee runs on
     * @param into what that may be; null for an object that is being made
     */
    private Set<Element> call(
        ExecutableElement callee,
        List<? extends ExpressionTree> arguments,
        Set<Element> receiver,
        Set<Element> into) {
      List<Set<Element>> values = new ArrayList<>();
      Set<Element> result = new LinkedHashSet<>(receiver);
      Contract contract = contracts.of(callee);
      for (int i = 0; i < arguments.size(); i++) {
        values.add(argument(callee, contract, i, arguments, receiver, into, result));
      }
      if (scan.source(callee) != null) {
        return inSight(callee, arguments, values, receiver, into);
      }
      boolean ofContainer = contracts.isContainers(callee);
      boolean isMade = into == null && callee.getKind() == ElementKind.CONSTRUCTOR;
      boolean ofParent = into != null && callee.getKind() == ElementKind.CONSTRUCTOR;
      for (int i = 0; i < values.size(); i++) {
        if (contract.keeps() && ofParent) {
          put(values.get(i), into);
        } else if (contract.keeps() || contract.defers(i) || isMade) {
          result.addAll(values.get(i));
        } else if (ofContainer && contract.mutates(i)) {
          put(receiver, placesOf(arguments.get(i)));
        } else if (ofContainer && into != null) {
          put(values.get(i), into);
        } else if (!Escapes.isHarmless(callee)) {
          handOut(values.get(i));
        }
      }
      if (contract.publishes()) {
        handOut(receiver);
      } else if (!ofContainer
          && !contract.isModelled()
          && contracts.componentField(callee) == null
          && !receiver.contains(owner)) {
        used.addAll(receiver);
      }
      return result;
    }

    private Set<Element> argument(
        ExecutableElement callee,
        Contract contract,
        int index,
        List<? extends ExpressionTree> arguments,
        Set<Element> receiver,
        Set<Element> into,
        Set<Element> result) {
      ExpressionTree argument = Env.plain(arguments.get(index));
      boolean inline = contract.runsInline(index) || scan.calledBack().isMerelyRun(callee, index);
      if (!inline) {
        return value(argument);
      }
      if (!(argument instanceof LambdaExpressionTree lambda)) {
        handOut(receiver.contains(owner) ? Set.of() : receiver);
        value(argument);
        return Set.of();
      }
      Set<Element> all = new LinkedHashSet<>(receiver);
      for (int i = 0; i < arguments.size(); i++) {
        if (i != index && !(Env.plain(arguments.get(i)) instanceof LambdaExpressionTree)) {
          all.addAll(value(arguments.get(i)));
        }
      }
      lambda.getParameters().forEach(each -> elements(scan.element(each), all));
      given.push(new LinkedHashSet<>());
      if (lambda.getBody() instanceof ExpressionTree body) {
        given.peek().addAll(value(body));
      } else {
        scan(lambda.getBody(), null);
      }
      Set<Element> what = given.pop();
      result.addAll(what);
      if (into != null) {
        put(what, into);
      }
      return Set.of();
    }

    /** What a call does whose callee's source is known; answers what it gives. */
    private Set<Element> inSight(
        ExecutableElement callee,
        List<? extends ExpressionTree> arguments,
        List<Set<Element>> values,
        Set<Element> receiver,
        Set<Element> into) {
      TypeElement type = Env.enclosingType(callee);
      boolean isMade = into == null && callee.getKind() == ElementKind.CONSTRUCTOR;
      Set<Element> result = new LinkedHashSet<>(isMade ? receiver : Set.of());
      of(callee)
          .forEach(
              (from, ends) -> {
                Set<Element> what = new LinkedHashSet<>();
                if (from instanceof VariableElement parameter && isParameter(parameter, callee)) {
                  at(callee, parameter, values.size()).forEach(i -> what.addAll(values.get(i)));
                } else if (from != type && receiver.equals(Set.of(owner)) && isOwnField(from)) {
                  what.add(from);
                } else {
                  what.addAll(receiver);
                }
                for (Element end : ends) {
                  if (end == null) {
                    handOut(what);
                  } else if (end == callee || isMade && !isParameter(end, callee)) {
                    result.addAll(what);
                  } else if (isParameter(end, callee)) {
                    for (int i : at(callee, (VariableElement) end, values.size())) {
                      put(what, placesOf(arguments.get(i)));
                    }
                  } else if (receiver.equals(Set.of(owner)) && isOwnField(end)) {
                    flow(what, end);
                  } else if (into != null) {
                    put(what, into);
                  }
                }
              });
      return result;
    }

    private static boolean isParameter(Element element, ExecutableElement callee) {
      return element instanceof VariableElement && callee.getParameters().contains(element);
    }
  }

  /** The arguments of a call that a parameter stands for. */
  static List<Integer> at(ExecutableElement callee, VariableElement parameter, int count) {
    int first = callee.getParameters().indexOf(parameter);
    boolean packed = callee.isVarArgs() && first == callee.getParameters().size() - 1;
    List<Integer> result = new ArrayList<>();
    for (int i = first; i < (packed ? count : Math.min(count, first + 1)); i++) {
      result.add(i);
    }
    return result;
  }
}
