package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Env;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the one abstract method of a functional interface. */
final class Functional {
  private Functional() {}

  /** The method that a lambda of that type implements, or null. */
  static ExecutableElement method(Env env, TypeMirror type) {
    TypeElement element = type == null ? null : env.typeElement(type);
    if (element == null || element.getKind() != ElementKind.INTERFACE) {
      return null;
    }
    return env.functionalMethod(element, each -> search(env, each, new LinkedHashSet<>()));
  }

  /** Whether it is an interface with one abstract method. */
  static boolean isOne(Env env, TypeMirror type) {
    TypeElement element = type == null ? null : env.typeElement(type);
    return element != null
        && element.getKind() == ElementKind.INTERFACE
        && ElementFilter.methodsIn(env.elements.getAllMembers(element)).stream()
                .filter(
                    each -> each.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(each))
                .count()
            == 1;
  }

  private static ExecutableElement search(Env env, TypeElement type, Set<TypeElement> seen) {
    if (!seen.add(type)) {
      return null;
    }
    Map<String, ExecutableElement> concrete = new HashMap<>();
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method)) {
          return method;
        }
        concrete.put(method.getSimpleName().toString(), method);
      }
    }
    for (TypeMirror parent : type.getInterfaces()) {
      TypeElement element = env.typeElement(parent);
      ExecutableElement found = element == null ? null : search(env, element, seen);
      if (found != null && !concrete.containsKey(found.getSimpleName().toString())) {
        return found;
      }
    }
    return null;
  }

  private static boolean isOfObject(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    int parameters = method.getParameters().size();
    return name.equals("equals") && parameters == 1
        || (name.equals("hashCode") || name.equals("toString")) && parameters == 0;
  }
}
