package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Env;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Knows the private inner classes whose objects stay with the object that made them. Their names
 * are confined to one top-level class, so its source tells: there an object of such a class comes
 * from the own fields and calls, unless it is fetched from another outer object, from a static
 * field, or out of a wider type.
 */
final class InnerObjects {
  private final Env env;
  private final TreePath path;
  private final Map<TypeElement, Boolean> known = new HashMap<>();

  /** The inner classes of the top-level class that {@code path} leads to. */
  InnerObjects(Env env, TreePath path) {
    this.env = env;
    this.path = path;
  }

  /**
   * Whether code of {@code outer}, or of what is inside it, comes by no objects of the inner class
   * but those of its own outer object.
   */
  boolean stayWith(TypeElement inner, TypeElement outer, TypeElement code) {
    return inner.getEnclosingElement() == outer
        && inner.getModifiers().contains(Modifier.PRIVATE)
        && !Env.isStatic(inner)
        && isInside(code, outer)
        && known.computeIfAbsent(inner, each -> !isMixed(each, outer));
  }

  private static boolean isInside(TypeElement code, TypeElement outer) {
    Element at = code;
    while (at != null && at != outer && !(at instanceof TypeElement && Env.isStatic(at))) {
      at = at.getEnclosingElement();
    }
    return at == outer;
  }

  private boolean isMixed(TypeElement inner, TypeElement outer) {
    boolean[] mixed = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        mixed[0] |= tree != null && mixes(tree, inner, outer);
        return mixed[0] ? null : super.scan(tree, unused);
      }
    }.scan(path.getLeaf(), null);
    return mixed[0];
  }

  /** Whether the tree may fetch an object of the inner class from elsewhere. */
  private boolean mixes(Tree tree, TypeElement inner, TypeElement outer) {
    if (tree instanceof TypeCastTree cast) {
      TypeMirror given = type(cast.getExpression());
      TypeMirror wanted = type(cast.getType());
      return mentions(wanted, inner) && !env.types.isSubtype(given, wanted);
    }
    if (tree instanceof InstanceOfTree test) {
      return test.getType() == null || mentions(type(test.getType()), inner);
    }
    if (tree instanceof NewClassTree creation) {
      return creation.getEnclosingExpression() != null;
    }
    if (tree instanceof VariableTree variable) {
      return element(variable) instanceof VariableElement field
          && Env.isStatic(field)
          && mentions(field.asType(), inner);
    }
    if (tree instanceof MemberReferenceTree reference) {
      return isAnother(reference.getQualifierExpression(), outer);
    }
    return tree instanceof MemberSelectTree select
        && isAnother(select.getExpression(), outer)
        && handsOver(type(select), outer);
  }

  /** Whether the expression may be another object of the outer class than the one around. */
  private boolean isAnother(ExpressionTree receiver, TypeElement outer) {
    boolean own =
        receiver instanceof IdentifierTree name && isSelf(name.getName())
            || receiver instanceof MemberSelectTree select && isSelf(select.getIdentifier())
            || element(receiver) instanceof TypeElement;
    TypeElement type = own ? null : env.typeElement(type(receiver));
    return type != null && env.isSubtype(type, outer);
  }

  private static boolean isSelf(CharSequence name) {
    return "this".contentEquals(name) || "super".contentEquals(name);
  }

  /**
   * Whether objects of the inner class may pass through a member of that type without a cast: what
   * is declared outside of the top-level class cannot name the inner one.
   */
  private boolean handsOver(TypeMirror member, TypeElement outer) {
    if (member instanceof ExecutableType method) {
      return handsOver(method.getReturnType(), outer)
          || method.getParameterTypes().stream().anyMatch(each -> handsOver(each, outer));
    }
    return mentions(
        member, each -> !env.isSubtype(each, outer) && topLevel(each) == topLevel(outer));
  }

  private static Element topLevel(Element element) {
    Element at = element;
    while (at.getEnclosingElement() != null
        && !(at.getEnclosingElement() instanceof PackageElement)) {
      at = at.getEnclosingElement();
    }
    return at;
  }

  private static boolean mentions(TypeMirror type, TypeElement inner) {
    return mentions(type, each -> each == inner);
  }

  /** Whether the type is made of such a class. */
  private static boolean mentions(TypeMirror type, Predicate<TypeElement> which) {
    if (type instanceof ArrayType array) {
      return mentions(array.getComponentType(), which);
    }
    if (type instanceof WildcardType wildcard) {
      return mentions(wildcard.getExtendsBound(), which)
          || mentions(wildcard.getSuperBound(), which);
    }
    return type instanceof DeclaredType declared
        && (which.test((TypeElement) declared.asElement())
            || declared.getTypeArguments().stream().anyMatch(each -> mentions(each, which)));
  }

  private Element element(Tree tree) {
    return env.trees.getElement(new TreePath(path, tree));
  }

  private TypeMirror type(Tree tree) {
    return env.trees.getTypeMirror(new TreePath(path, tree));
  }
}
