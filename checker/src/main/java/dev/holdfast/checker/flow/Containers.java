package dev.holdfast.checker.flow;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Tells what calls do with containers that nobody else can reach: objects of a class of which a
 * model says that they keep what they are given. The signatures tell the rest. What is given for a
 * type parameter goes into the container, and what is given back for one is something that is in
 * it; any other object that is given or given back may be a callback, a view, or another container,
 * and from then on others may have what the container has.
 */
final class Containers {
  private final Env env;
  private final Contracts contracts;
  private final ClassScan scan;
  private final Identity identity;

  Containers(Env env, Contracts contracts, ClassScan scan, Identity identity) {
    this.env = env;
    this.contracts = contracts;
    this.scan = scan;
    this.identity = identity;
  }

  /** The container that the call is on, if nobody else can reach it; else null. */
  Path own(World world, CallSite site) {
    if (world.fresh.isEmpty() || site.isConstruction() || Env.isStatic(site.method)) {
      return null;
    }
    Path receiver = site.receiver(world);
    return receiver == null ? null : own(world, identity.canonical(world, receiver));
  }

  /** The object, if it is such a container; else null. */
  Path own(World world, Path object) {
    return world.fresh.has(object.id) && keeps(object) ? object : null;
  }

  private boolean keeps(Path object) {
    if (object.key instanceof MethodInvocationTree factory) {
      return isFactory(scan.element(factory.getMethodSelect()));
    }
    TypeElement type =
        object.kind == Kind.FIELD
            ? contracts.madeAs((VariableElement) object.key)
            : object.key instanceof NewClassTree creation && creation.getClassBody() == null
                ? env.typeElement(object.type)
                : null;
    return type != null && contracts.keeps(type);
  }

  /** Whether a static method gives a new container of what it is given. */
  private boolean isFactory(Element method) {
    return method instanceof ExecutableElement factory
        && Env.isStatic(factory)
        && contracts.of(factory).keeps();
  }

  /** Whether the call does no more with what it is given than to put it into its object. */
  boolean takes(ExecutableElement method) {
    return !method.isVarArgs()
        && method.getParameters().stream()
            .allMatch(each -> isElement(each.asType()) || isValue(each.asType()));
  }

  /** Whether the call hands nothing of its object on but single elements. */
  boolean merelyKeeps(ExecutableElement method) {
    return takes(method) && (givesValue(method) || givesElement(method));
  }

  /** Whether nothing that it is given refers to anything. */
  boolean takesValues(ExecutableElement method) {
    return method.getParameters().stream().allMatch(each -> isValue(each.asType()));
  }

  /** Whether what the call gives back is something that its object has. */
  boolean givesElement(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.TYPEVAR;
  }

  /** Whether what the call gives back leads to nothing that its object has. */
  boolean givesValue(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.VOID || isValue(method.getReturnType());
  }

  private boolean isElement(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR || env.isObject(type);
  }

  /** Whether an object refers to nothing, or is none. */
  boolean isValue(Path object) {
    return object.kind == Kind.CONST
        || object.kind == Kind.NULL
        || object.type != null && isValue(object.type);
  }

  /** Whether something of the type refers to nothing: a number, a truth, a text. */
  private boolean isValue(TypeMirror type) {
    TypeElement element = env.typeElement(type);
    return type.getKind().isPrimitive()
        || env.isA(type, "java.lang.String")
        || env.isA(type, "java.lang.Number")
        || env.isA(type, "java.lang.Boolean")
        || element != null && element.getKind() == ElementKind.ENUM;
  }
}
