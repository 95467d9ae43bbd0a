package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Finds what getters give without running them. */
final class Getters {
  private final Env env;

  Getters(Env env) {
    this.env = env;
  }

  /**
   * What a getter gives for a receiver and arguments: by its contract, as a record's accessor, or
   * because its whole body returns an unchanging field. Null if it is no getter.
   */
  Path result(
      Contract contract,
      UnitFacts unit,
      ExecutableElement method,
      Path receiver,
      List<Path> args,
      PathPool into) {
    LockRef declared = contract.returns();
    if (declared != null) {
      Path path = into.bind(declared.lock(), receiver, args, null);
      return path == null ? null : declared.at(path).asObject(into, method.getReturnType());
    }
    VariableElement field = componentField(method, unit);
    if (field == null) {
      field = unit.getterField(method);
    }
    if (field == null || !Env.isStatic(field) && receiver == null) {
      return null;
    }
    return into.field(Env.isStatic(field) ? null : receiver, field);
  }

  /** The field that a record's accessor gives, or null. */
  VariableElement componentField(ExecutableElement method, UnitFacts unit) {
    VariableElement field = component(env, method);
    return field != null && isImplicit(method, unit) ? field : null;
  }

  /** The field of the component that a record's method is named after, or null. */
  static VariableElement component(Env env, ExecutableElement method) {
    TypeElement owner = Env.enclosingType(method);
    if (owner == null
        || owner.getKind() != ElementKind.RECORD
        || !method.getParameters().isEmpty()) {
      return null;
    }
    for (RecordComponentElement component : owner.getRecordComponents()) {
      if (component.getSimpleName().equals(method.getSimpleName())) {
        return env.field(owner, component.getSimpleName().toString());
      }
    }
    return null;
  }

  private boolean isImplicit(ExecutableElement method, UnitFacts unit) {
    return !(env.trees.getTree(method) != null
        && unit.getterField(method) == null
        && hasBody(method));
  }

  private boolean hasBody(ExecutableElement method) {
    var tree = env.trees.getTree(method);
    return tree != null && tree.getBody() != null && tree.getBody().getStatements().size() > 0;
  }
}
