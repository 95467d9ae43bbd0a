package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Env;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the one abstract method of a functional interface. */
final class Functional {
  private Functional() {}

  /** The method that a lambda of that type implements; null where it can have none. */
  static ExecutableElement method(Env env, TypeMirror type) {
    TypeElement element = type == null ? null : env.typeElement(type);
    if (element == null || element.getKind() != ElementKind.INTERFACE) {
      return null;
    }
    return env.functionalMethod(element, each -> search(env, each));
  }

  private static ExecutableElement search(Env env, TypeElement type) {
    List<ExecutableElement> all =
        ElementFilter.methodsIn(env.elements.getAllMembers(type)).stream()
            .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(each))
            .toList();
    boolean areOne = all.stream().allMatch(each -> isSame(env, type, all.get(0), each));
    return all.isEmpty() || !areOne ? null : all.get(0);
  }

  /** Whether two methods that a type inherits are one in it. */
  private static boolean isSame(
      Env env, TypeElement type, ExecutableElement one, ExecutableElement other) {
    DeclaredType self = (DeclaredType) type.asType();
    return one == other
        || one.getSimpleName().equals(other.getSimpleName())
            && areAlike(
                env,
                (ExecutableType) env.types.asMemberOf(self, one),
                (ExecutableType) env.types.asMemberOf(self, other));
  }

  private static boolean areAlike(Env env, ExecutableType one, ExecutableType other) {
    return env.types.isSubsignature(one, other) || env.types.isSubsignature(other, one);
  }

  private static boolean isOfObject(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    int parameters = method.getParameters().size();
    return name.equals("equals") && parameters == 1
        || (name.equals("hashCode") || name.equals("toString")) && parameters == 0;
  }
}
