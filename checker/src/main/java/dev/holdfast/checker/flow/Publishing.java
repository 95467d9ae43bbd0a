package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Tells which methods and constructors of one top-level class hand the object that they run on, or
 * an argument, to others, as their source shows: they put it where more than that object leads. The
 * method stands for the object that it runs on, or makes; a parameter for the argument.
 */
final class Publishing extends Judgements<Element, Boolean> {
  private final Env env;
  private final ClassScan scan;
  private final Contracts contracts;
  private final Map<ExecutableElement, Set<Integer>> given = new HashMap<>();

  Publishing(Env env, ClassScan scan, Contracts contracts) {
    super(false);
    this.env = env;
    this.scan = scan;
    this.contracts = contracts;
  }

  @Override
  Boolean judge(Element subject) {
    boolean isOwn = subject instanceof ExecutableElement;
    ExecutableElement method =
        (ExecutableElement) (isOwn ? subject : subject.getEnclosingElement());
    MethodTree source = scan.source(method);
    if (source == null) {
      return false;
    }
    Uses uses = new Uses(isOwn ? null : subject, Env.enclosingType(method));
    boolean publishes = uses.publish(source.getBody());
    if (isOwn) {
      uses.receivers.forEach(each -> givenTo(method, each));
    }
    return publishes
        || !isOwn && !uses.receivers.isEmpty()
        || isOwn
            && method.getKind() == ElementKind.CONSTRUCTOR
            && ConstructorCall.initialises(source)
            && initialisersPublish(scan.member(method).owner, null);
  }

  private void givenTo(ExecutableElement method, Element parameter) {
    int index = method.getParameters().indexOf(parameter);
    if (index >= 0) {
      given.computeIfAbsent(method, each -> new TreeSet<>()).add(index);
    }
  }

  /** The arguments that have the object that the method runs on, or makes, from then on. */
  Set<Integer> givenTo(ExecutableElement method) {
    of(method);
    return given.getOrDefault(method, Set.of());
  }

  /** Whether an initialiser of the class publishes the new object, of those before this one. */
  boolean initialisersPublish(ClassTree type, Tree end) {
    for (ClassScan.Member each : scan.initialisers(type)) {
      if (each.tree == end) {
        return false;
      }
      if (new Uses(null, (TypeElement) scan.element(type)).publish(each.tree)) {
        return true;
      }
    }
    return false;
  }

  private final class Uses extends CodeScanner {
    private final Element parameter;
    private final TypeElement owner;
    private final Map<Element, List<ExpressionTree>> locals = new HashMap<>();
    private final Set<Element> receivers = new HashSet<>();
    private boolean found;

    /** A parameter is null for the object that the body runs on. */
    Uses(Element parameter, TypeElement owner) {
      this.parameter = parameter;
      this.owner = owner;
    }

    boolean publish(Tree body) {
      scan(body, null);
      return found;
    }

    private boolean isSubject(ExpressionTree tree) {
      ExpressionTree plain = Env.plain(tree);
      if (plain instanceof TypeCastTree cast) {
        return isSubject(cast.getExpression());
      }
      return plain instanceof IdentifierTree name
          && (parameter == null
              ? name.getName().contentEquals("this")
              : scan.element(name) == parameter);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      found |= isSubject(tree.getExpression()) && isReachedByOthers(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    /** Whether a place is found without the object at hand, nor by what the method was given. */
    private boolean isReachedByOthers(ExpressionTree place) {
      ExpressionTree at = Env.plain(place);
      if (scan.element(at) instanceof VariableElement field && Escapes.isField(field)) {
        if (Env.isStatic(field)) {
          return true;
        }
        if (at instanceof IdentifierTree name && !name.getName().contentEquals("this")) {
          return !env.isMember(field, owner);
        }
      }
      if (at instanceof MemberSelectTree select) {
        return isReachedByOthers(select.getExpression());
      }
      return at instanceof ArrayAccessTree element && isReachedByOthers(element.getExpression());
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (scan.element(tree.getMethodSelect()) instanceof ExecutableElement callee) {
        if (isOnSubject(tree, callee)) {
          found |= scan.member(callee) == null ? contracts.of(callee).publishes() : of(callee);
          givenTo(callee).forEach(each -> keptBy(tree.getArguments().get(each), true));
        }
        found |=
            scan.member(callee) == null
                && leadsToSubject(tree.getMethodSelect())
                && contracts.of(callee).publishes();
        arguments(callee, tree.getArguments());
        if (callee.getKind() != ElementKind.CONSTRUCTOR) {
          handedOut(tree, callee);
        }
      }
      return super.visitMethodInvocation(tree, null);
    }

    /** What a method keeps of its arguments is found where that is that it is called on. */
    private void handedOut(MethodInvocationTree call, ExecutableElement callee) {
      for (int i = 0; i < call.getArguments().size(); i++) {
        if (isOrMentions(call.getArguments().get(i))
            && !merelyAsks(callee, i)
            && mayKeep(contracts.of(callee), i)
            && !scan.borrowing().isBorrowed(callee, i)) {
          kept(call, callee);
        }
      }
    }

    /** Whether it is given any object, to compare others with that, or to show it. */
    private boolean merelyAsks(ExecutableElement callee, int index) {
      int last = callee.getParameters().size() - 1;
      return scan.member(callee) == null
          && !contracts.of(callee).mutates()
          && env.isObject(callee.getParameters().get(Math.min(index, last)).asType());
    }

    private static boolean mayKeep(Contract contract, int index) {
      return !contract.keeps() && !contract.runsInline(index) && !contract.defers(index);
    }

    private void kept(MethodInvocationTree call, ExecutableElement callee) {
      if (Env.isStatic(callee) || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
        found |= scan.member(callee) == null;
      } else {
        keptBy(
            select.getExpression(),
            contracts.of(callee).mutates()
                || scan.member(callee) != null
                || isContainer(select.getExpression()));
      }
    }

    private boolean isContainer(ExpressionTree receiver) {
      VariableElement field = scan.fields().ownField(receiver);
      TypeElement made = field == null ? null : contracts.madeAs(field);
      return made != null && contracts.keeps(made);
    }

    /** The subject is given to the object around a place, which may do more than to keep it. */
    private void keptBy(ExpressionTree place, boolean merely) {
      ExpressionTree holder = root(place);
      Element element = scan.element(holder);
      if (element != null && element.getKind() == ElementKind.PARAMETER) {
        receivers.add(element);
      } else if (!(holder instanceof NewClassTree) && holder.getKind() != Tree.Kind.NULL_LITERAL) {
        found |= !merely || !isOwn(holder);
      }
    }

    /** Whether it is the subject, a field of it, or a local that is declared with such or new. */
    private boolean isOwn(ExpressionTree holder) {
      List<ExpressionTree> values = values(holder);
      return values.isEmpty()
          ? isSubject(holder)
              || NewResults.isThis(holder)
              || Env.isOfInstance(scan.fields().ownField(holder))
          : values.stream()
              .allMatch(each -> root(each) instanceof NewClassTree || isOwn(root(each)));
    }

    private static ExpressionTree root(ExpressionTree tree) {
      ExpressionTree plain = Env.plain(tree);
      return plain instanceof MemberSelectTree select
          ? root(select.getExpression())
          : plain instanceof MethodInvocationTree call
                  && call.getMethodSelect() instanceof MemberSelectTree select
              ? root(select.getExpression())
              : plain;
    }

    /** Whether it is the subject, or an object that is made with it. */
    private boolean isOrMentions(ExpressionTree value) {
      ExpressionTree plain = Env.plain(value);
      return isSubject(plain)
          || switch (plain.getKind()) {
            case NEW_CLASS, LAMBDA_EXPRESSION, MEMBER_REFERENCE -> mentions(plain);
            case IDENTIFIER -> isMadeWithSubject(plain);
            default -> false;
          };
    }

    /** Whether a call is on an object that is made with the subject. */
    private boolean leadsToSubject(ExpressionTree callee) {
      if (!(callee instanceof MemberSelectTree select)) {
        return false;
      }
      ExpressionTree receiver = Env.plain(select.getExpression());
      if (receiver instanceof NewClassTree) {
        return isOrMentions(receiver);
      }
      VariableElement field = scan.fields().ownField(receiver);
      return field == null
          ? isOrMentions(receiver)
          : parameter == null && scan.fields().given(field).stream().anyMatch(this::isOrMentions);
    }

    private boolean isMadeWithSubject(ExpressionTree local) {
      return values(local).stream().anyMatch(this::isOrMentions);
    }

    /** What a local is declared with. */
    private List<ExpressionTree> values(ExpressionTree local) {
      return locals.getOrDefault(scan.element(local), List.of());
    }

    private boolean mentions(Tree made) {
      boolean[] mentioned = {false};
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitIdentifier(IdentifierTree name, Void unused) {
          Element element = scan.element(name);
          mentioned[0] |=
              isSubject(name) || parameter == null && isMember(element) || isMadeWithSubject(name);
          return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
          mentioned[0] |= parameter == null && tree.getIdentifier().contentEquals("this");
          return super.visitMemberSelect(tree, null);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void unused) {
          mentioned[0] |= parameter == null && scan.makesInner(tree);
          return super.visitNewClass(tree, null);
        }
      }.scan(made, null);
      return mentioned[0];
    }

    private boolean isMember(Element element) {
      return Env.isOfInstance(element) && env.isMember(element, owner);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (tree.getInitializer() != null) {
        locals
            .computeIfAbsent(scan.element(tree), each -> new ArrayList<>())
            .add(tree.getInitializer());
      }
      return super.visitVariable(tree, null);
    }

    private boolean isOnSubject(MethodInvocationTree call, ExecutableElement callee) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        boolean isSuper =
            select.getExpression() instanceof IdentifierTree name
                && name.getName().contentEquals("super");
        return isSubject(select.getExpression()) || parameter == null && isSuper;
      }
      return parameter == null && !Env.isStatic(callee) && env.isMember(callee, owner);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      if (scan.element(tree) instanceof ExecutableElement callee) {
        arguments(callee, tree.getArguments());
      }
      scan(tree.getEnclosingExpression(), null);
      return scan(tree.getArguments(), null);
    }

    private void arguments(ExecutableElement callee, List<? extends ExpressionTree> arguments) {
      for (int i = 0; i < arguments.size(); i++) {
        found |=
            i < callee.getParameters().size()
                && isSubject(arguments.get(i))
                && of(callee.getParameters().get(i));
      }
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      return null;
    }
  }
}
