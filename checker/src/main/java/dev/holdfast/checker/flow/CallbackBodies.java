package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.flow.Frames.Body;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The code of callbacks, which are lambdas, method references and objects of anonymous classes, and
 * how it runs once in the state at hand.
 */
abstract class CallbackBodies extends Expressions {
  /** The callbacks that are being followed: one that calls itself is followed once. */
  private final Set<Tree> running = new HashSet<>();

  /** The result of the call that runs callbacks: it refers to what they have given; or null. */
  Path handedTo;

  CallbackBodies(BodyContext context) {
    super(context);
  }

  abstract void statement(StatementTree tree);

  /** Applies the contract of a call whose operands are on the stack, and leaves its value. */
  abstract void apply(CallSite site);

  // ---- which code that is

  /** Whether the code of a callback is looked at where it runs. */
  boolean isFollowed(Tree callback) {
    return !(callback instanceof NewClassTree creation) || bodyOf(creation) != null;
  }

  /** The method of a functional interface that a callback implements, or null. */
  ExecutableElement functional(Tree callback) {
    return Functional.method(
        env, type(callback instanceof NewClassTree creation ? creation.getIdentifier() : callback));
  }

  /** The body of an anonymous class that implements a functional interface, if it is free. */
  MethodTree bodyOf(NewClassTree creation) {
    ExecutableElement functional = functional(creation);
    if (functional == null) {
      return null;
    }
    for (MethodTree each : freeMethods(creation)) {
      if (each.getName().contentEquals(functional.getSimpleName())
          && each.getParameters().size() == functional.getParameters().size()) {
        return each;
      }
    }
    return null;
  }

  /** What the code of a callback has as parameters; none for a method reference. */
  List<? extends VariableTree> parametersOf(Tree callback) {
    if (callback instanceof LambdaExpressionTree lambda) {
      return lambda.getParameters();
    }
    return callback instanceof NewClassTree creation ? bodyOf(creation).getParameters() : List.of();
  }

  /** The bodies of an anonymous class that run like callbacks of the body in which it stands. */
  List<MethodTree> bodiesOf(NewClassTree creation) {
    if (functional(creation) == null) {
      return freeMethods(creation);
    }
    MethodTree body = bodyOf(creation);
    return body == null ? List.of() : List.of(body);
  }

  /**
   * The methods of an anonymous class but those that are held to a contract, or take a monitor of
   * their own, or are helpers: these are looked at by themselves.
   */
  private List<MethodTree> freeMethods(NewClassTree creation) {
    List<MethodTree> result = new ArrayList<>();
    for (Tree each : creation.getClassBody().getMembers()) {
      if (each instanceof MethodTree body
          && body.getBody() != null
          && !body.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)
          && element(body) instanceof ExecutableElement method
          && !contracts.of(method).bindsBodies()
          && !contracts.of(method).isUnchecked()
          && !scan.helpers().include(method)) {
        result.add(body);
      }
    }
    return result;
  }

  /**
   * Whether the interface's method has a contract: then the body is held to it, by itself, with the
   * locks of the call besides.
   */
  boolean isBound(Tree callback) {
    ExecutableElement functional = Functional.method(env, type(callback));
    return functional != null && contracts.of(functional).bindsBodies();
  }

  /** The bodies of an anonymous class know the locals around it, like those of lambdas. */
  void anonymousCallback(NewClassTree creation) {
    List<MethodTree> bodies = st.isEmpty() ? List.of() : bodiesOf(creation);
    if (!bodies.isEmpty() && element(creation.getClassBody()) instanceof TypeElement type) {
      scan.followed.addAll(bodies);
      created(callbacks.computeIfAbsent(creation, each -> new Callback(each, type)));
    }
  }

  // ---- running it

  boolean isRunning(Tree callback) {
    return running.contains(callback);
  }

  /** Runs code as that of a callback: of its class, and not once more inside. */
  void inside(Tree tree, Runnable code) {
    Callback callback = callbacks.get(tree);
    if (callback != null) {
      callback.inlined = true;
    }
    running.add(tree);
    as(callback == null ? self : callback.self, code);
    running.remove(tree);
  }

  /** Runs code of another class than the one at hand. */
  void as(TypeElement type, Runnable code) {
    TypeElement outer = self;
    self = type;
    describer.self = type;
    code.run();
    self = outer;
    describer.self = outer;
  }

  /** Runs the code of a callback once, with what it is given, as far as that is known. */
  void runCode(Tree callback, List<Path> given) {
    if (callback instanceof MemberReferenceTree reference) {
      callReference(reference, given, false);
    } else if (callback instanceof LambdaExpressionTree lambda) {
      runBody(lambda, given, lambda.getBody());
    } else {
      MethodTree body = bodyOf((NewClassTree) callback);
      runBody(body, given, body.getBody());
    }
  }

  private void runBody(Tree body, List<Path> given, Tree code) {
    Body frame = new Body(body, true);
    frames.push(frame);
    List<? extends VariableTree> parameters =
        body instanceof LambdaExpressionTree lambda
            ? lambda.getParameters()
            : ((MethodTree) body).getParameters();
    bindParameters(parameters, given);
    walk(code);
    frames.pop();
    st = merge.join(st, frame.returns, body);
  }

  /** Walks a lambda's or method's code. */
  void walk(Tree code) {
    if (code instanceof ExpressionTree expression) {
      eval(expression);
      accesses.useRacy();
    } else {
      statement((StatementTree) code);
    }
  }

  /**
   * Gives the parameters what is passed; where that is not known, they are objects of their own.
   */
  void bindParameters(List<? extends VariableTree> parameters, List<Path> given) {
    for (int i = 0; i < parameters.size(); i++) {
      VariableTree parameter = parameters.get(i);
      if (element(parameter) instanceof VariableElement variable) {
        argument(passed(given, i), parameter, variable.asType());
        assignLocal(variable, parameter);
      }
    }
  }

  /**
   * Makes what is passed the value at hand; where that is not known, it is an object of its own,
   * which may be what another callback of the same call has given.
   */
  private void argument(Path passed, Object site, TypeMirror type) {
    Path value = passed == null ? evaluation(site, type) : passed;
    boolean mayBeGiven = passed == null && handedTo != null && !type.getKind().isPrimitive();
    each(
        world -> {
          World next = world.withVal(value);
          List<Path> given = mayBeGiven ? world.carried.get(handedTo.id) : null;
          if (given != null) {
            given.forEach(each -> next.carry(value, each));
          }
          return next;
        });
  }

  /** What is passed at that index; null where it is not known. */
  private static Path passed(List<Path> given, int index) {
    return given == null || index >= given.size() ? null : given.get(index);
  }

  /** Checks a method reference as the lambda that it stands for. */
  void callReference(MemberReferenceTree reference, List<Path> given, boolean later) {
    if (!(element(reference) instanceof ExecutableElement callee) || st.isEmpty()) {
      return;
    }
    boolean unbound = element(reference.getQualifierExpression()) instanceof TypeElement;
    if (callee.getKind() == ElementKind.CONSTRUCTOR || Env.isStatic(callee)) {
      setVal(
          callee.getKind() == ElementKind.CONSTRUCTOR
              ? evaluation(reference, callee.getEnclosingElement().asType())
              : null);
    } else if (unbound) {
      argument(
          passed(given, 0),
          List.of(reference, Describer.ARGUMENT),
          callee.getEnclosingElement().asType());
    } else {
      ExpressionTree object = reference.getQualifierExpression();
      if (simplePath(st.get(0), object) == null) {
        Callback callback = callbacks.get(reference);
        setVal(
            callback == null || callback.receiver == null
                ? evaluation(object, type(object))
                : callback.receiver);
      } else {
        each(world -> world.withVal(simplePath(world, object)));
      }
      boundField(reference, contractOf(callee), later);
    }
    push();
    int count = callee.getParameters().size();
    for (int i = 0; i < count; i++) {
      VariableElement parameter = callee.getParameters().get(i);
      int at =
          unbound && !Env.isStatic(callee) && callee.getKind() != ElementKind.CONSTRUCTOR
              ? i + 1
              : i;
      argument(passed(given, at), List.of(reference, i), parameter.asType());
      push();
    }
    CallSite site = new CallSite(binder, reference, callee, contractOf(callee), count);
    site.result = evaluation(List.of(reference, "result"), callee.getReturnType());
    apply(site);
  }

  /**
   * The call uses the guarded field that the reference is made for, if that is still the field: one
   * that changes was read when the reference was made.
   */
  private void boundField(MemberReferenceTree reference, Contract contract, boolean later) {
    ExpressionTree object = Env.plain(reference.getQualifierExpression());
    if (!(element(object) instanceof VariableElement field) || !isField(field)) {
      return;
    }
    boolean writes = contract.mutates() && !isConcurrent(object);
    if (contracts.isStable(field) || writes && !later && !callbacks.get(reference).faulty) {
      accesses.using(
          contract.concernsLocks() ? null : object,
          writes ? object : null,
          () ->
              accesses.access(
                  object, field, world -> world.val == null ? null : world.val.base, false));
    }
  }

  boolean isConcurrent(ExpressionTree receiver) {
    TypeElement type = env.typeElement(type(receiver));
    return type != null && contracts.isConcurrent(type);
  }
}
