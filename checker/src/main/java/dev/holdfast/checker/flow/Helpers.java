package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import dev.holdfast.checker.contract.Env;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Knows the helpers of one top-level class: the methods that nothing but its source can call, where
 * each call runs the body that stands there. These are its private methods and constructors, the
 * constructors of its private, local and anonymous classes, and those methods of such classes that
 * neither override nor are overridden. What constants of an enum need, nobody can be asked for.
 */
final class Helpers {
  private final Env env;
  private final ClassScan scan;
  private final Map<ExecutableElement, Boolean> known = new HashMap<>();
  private final Map<ClassTree, Boolean> makers = new HashMap<>();

  /** The helpers of the class scanned; they are known when its scan is complete. */
  Helpers(Env env, ClassScan scan) {
    this.env = env;
    this.scan = scan;
  }

  /** Whether the method is a helper. */
  boolean include(ExecutableElement method) {
    return known.computeIfAbsent(method, this::judge);
  }

  /**
   * Whether the body is an initialiser of objects that helpers alone make: it runs in their calls,
   * and what it needs is asked for there.
   */
  boolean run(ClassScan.Member initialiser) {
    return initialiser.isInstanceInitialiser() && make(initialiser.owner);
  }

  /** Whether some objects of the class are made, and by helpers alone. */
  boolean make(ClassTree type) {
    return makers.computeIfAbsent(type, this::judge);
  }

  private boolean judge(ClassTree type) {
    List<ExecutableElement> constructors = constructors(type);
    return constructors.stream().allMatch(this::include)
        && constructors.stream().anyMatch(scan::isCalled);
  }

  private List<ExecutableElement> constructors(ClassTree type) {
    return scan.element(type) instanceof TypeElement element
        ? ElementFilter.constructorsIn(element.getEnclosedElements())
        : List.of();
  }

  private boolean judge(ExecutableElement method) {
    if (!Env.isConfined(method)) {
      return false;
    }
    TypeElement owner = Env.enclosingType(method);
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return !isOfEnum(owner);
    }
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      return true;
    }
    return env.elements.recordComponentFor(method) == null // patterns call it
        && scan.classes().stream().allMatch(each -> leavesAlone(each, method, owner));
  }

  private static boolean isOfEnum(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        || type.getEnclosingElement().getKind() == ElementKind.ENUM_CONSTANT;
  }

  /** Whether no other code can call the method on an object of the class, or overrides it there. */
  private boolean leavesAlone(ClassTree each, ExecutableElement method, TypeElement owner) {
    return !(scan.element(each) instanceof TypeElement type)
        || !env.isSubtype(type, owner)
        || Env.isConfined(type) && !isOverriding(method, type, type);
  }

  /** Whether a method of the type at hand or above overrides the other one in a class. */
  private boolean isOverriding(ExecutableElement method, TypeElement at, TypeElement in) {
    for (Element member : at.getEnclosedElements()) {
      if (member instanceof ExecutableElement other
          && other.getSimpleName().equals(method.getSimpleName())
          && (env.elements.overrides(method, other, in)
              || env.elements.overrides(other, method, in))) {
        return true;
      }
    }
    return env.parents(at).stream().anyMatch(parent -> isOverriding(method, parent, in));
  }
}
