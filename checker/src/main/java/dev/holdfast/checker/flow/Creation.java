package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * What is known of an object of an anonymous class by the one place that creates it: which of its
 * objects the arguments are, where the constructor says so and an argument names the same
 * throughout.
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
    if (body.self.getNestingKind() != NestingKind.ANONYMOUS || !maySaySame()) {
      return world;
    }
    TreePath path = TreePath.getPath(body.root, type);
    if (path == null
        || !(path.getParentPath().getLeaf() instanceof NewClassTree creation)
        || !(body.element(creation) instanceof ExecutableElement made)) {
      return world;
    }
    World result = world;
    for (ExecutableElement constructor : constructors()) {
      if (isCalledBy(made, constructor)) {
        for (Contract.Same same : body.contracts.of(constructor).same()) {
          result = unite(result, same, arguments(world, creation));
        }
      }
    }
    return result;
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
  private List<Path> arguments(World world, NewClassTree creation) {
    Path made = body.pool.self(body.self);
    Path maker = body.pool.self(Env.enclosingType(body.self.getEnclosingElement()));
    List<Path> result = new ArrayList<>();
    for (ExpressionTree each : creation.getArguments()) {
      Path path = body.simplePath(world, each);
      boolean isSame = path != null && !body.isUnstable(path);
      // The argument is written outside, where `this` is not the object made.
      result.add(isSame ? body.pool.replace(path, made, maker) : null);
    }
    return result;
  }

  private World unite(World world, Contract.Same same, List<Path> arguments) {
    Path made = body.pool.self(body.self);
    Path left = body.pool.bind(same.left(), made, arguments, null);
    Path right = body.pool.bind(same.right(), made, arguments, null);
    return left == null || right == null ? world : body.identity.unite(world, left, right);
  }
}
