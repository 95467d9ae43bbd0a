package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * What is known of an object by how it is made, of an anonymous class by the one place that creates
 * it, of another by what its constructors hand to its parent's: which of its objects the arguments
 * are, where the parent's constructor says so and an argument names the same throughout.
 */
final class Creation {
  private final Exits body;
  private final ClassTree type;

  /** That of the object whose class has the body. */
  Creation(Exits body, ClassTree type) {
    this.body = body;
    this.type = type;
  }

  /** The world in which that is known. */
  World believe(World world) {
    if (!maySaySame()) {
      return world;
    }
    World result = world;
    for (List<Path> pair :
        body.self.getNestingKind() == NestingKind.ANONYMOUS
            ? byCreation(world)
            : byConstructors(world)) {
      result = body.identity.unite(result, pair.get(0), pair.get(1));
    }
    return result;
  }

  /** The pairs of an anonymous class, by what it is created with. */
  private Set<List<Path>> byCreation(World world) {
    TreePath path = TreePath.getPath(body.root, type);
    if (path == null
        || !(path.getParentPath().getLeaf() instanceof NewClassTree creation)
        || !(body.element(creation) instanceof ExecutableElement made)) {
      return Set.of();
    }
    Set<List<Path>> result = new LinkedHashSet<>();
    for (ExecutableElement constructor : constructors()) {
      if (isCalledBy(made, constructor)) {
        // The argument is written outside, where `this` is not the object made.
        Path maker = body.pool.self(Env.enclosingType(body.self.getEnclosingElement()));
        Path self = body.pool.self(body.self);
        result.addAll(
            pairs(
                constructor,
                arguments(
                    world, creation.getArguments(), at -> body.pool.replace(at, self, maker))));
      }
    }
    return result;
  }

  /** The pairs of a class with a name, by what each of its constructors hands to its parent's. */
  private Set<List<Path>> byConstructors(World world) {
    Set<List<Path>> result = null;
    for (ExecutableElement own : ElementFilter.constructorsIn(body.self.getEnclosedElements())) {
      MethodTree source = body.scan.source(own);
      ConstructorCall call = source == null ? null : ConstructorCall.of(source);
      if (call != null && !call.isParents()) {
        continue;
      }
      Set<List<Path>> pairs = call == null ? Set.of() : byConstructor(world, own, call.tree());
      result = result == null ? new LinkedHashSet<>(pairs) : result;
      result.retainAll(pairs);
    }
    return result == null ? Set.of() : result;
  }

  private Set<List<Path>> byConstructor(
      World world, ExecutableElement own, MethodInvocationTree call) {
    return body.element(call.getMethodSelect()) instanceof ExecutableElement parent
        ? pairs(parent, arguments(world, call.getArguments(), at -> keptInField(own, at)))
        : Set.of();
  }

  /** What a constructor is given is known later by the field that keeps it; null if none does. */
  private Path keptInField(ExecutableElement constructor, Path argument) {
    Path result = argument;
    for (Map.Entry<VariableElement, Integer> each : body.contracts.copies(constructor).entrySet()) {
      Path parameter = body.pool.local(constructor.getParameters().get(each.getValue()));
      Path field = body.pool.field(body.pool.self(body.self), each.getKey());
      result = body.pool.replace(result, parameter, field);
    }
    return result.root().kind == Path.Kind.LOCAL ? null : result;
  }

  private boolean maySaySame() {
    return constructors().stream().anyMatch(each -> !body.contracts.of(each).same().isEmpty());
  }

  private List<ExecutableElement> constructors() {
    TypeElement parent = body.env.typeElement(body.self.getSuperclass());
    return parent == null ? List.of() : ElementFilter.constructorsIn(parent.getEnclosedElements());
  }

  /** The constructor of an anonymous class has the parameters of the one that it calls. */
  private boolean isCalledBy(ExecutableElement made, ExecutableElement constructor) {
    if (made.getKind() != ElementKind.CONSTRUCTOR
        || made.getParameters().size() != constructor.getParameters().size()) {
      return false;
    }
    for (int i = 0; i < made.getParameters().size(); i++) {
      if (!body.env.types.isSameType(
          body.env.types.erasure(made.getParameters().get(i).asType()),
          body.env.types.erasure(constructor.getParameters().get(i).asType()))) {
        return false;
      }
    }
    return true;
  }

  /** Null for an argument that is not known to be the same throughout. */
  private List<Path> arguments(
      World world, List<? extends ExpressionTree> arguments, UnaryOperator<Path> inBody) {
    List<Path> result = new ArrayList<>();
    for (ExpressionTree each : arguments) {
      Path path = body.simplePath(world, each);
      boolean isSame = path != null && !body.isUnstable(path);
      result.add(isSame ? inBody.apply(path) : null);
    }
    return result;
  }

  private Set<List<Path>> pairs(ExecutableElement constructor, List<Path> arguments) {
    Set<List<Path>> result = new LinkedHashSet<>();
    Path made = body.pool.self(body.self);
    for (Contract.Same same : body.contracts.of(constructor).same()) {
      Path left = body.pool.bind(same.left(), made, arguments, null);
      Path right = body.pool.bind(same.right(), made, arguments, null);
      if (left != null && right != null) {
        result.add(List.of(left, right));
      }
    }
    return result;
  }
}
