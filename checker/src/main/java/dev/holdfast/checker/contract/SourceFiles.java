package dev.holdfast.checker.contract;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaFileObject;

/**
 * What has to be known of a file after the compiler is done with some of its classes: which are in
 * it and, where there are several, the getters. Works on names alone, as {@link LeadingAssertions}.
 */
public final class SourceFiles {
  private final Env env;

  /** The top-level classes that are compiled, each with its file. */
  private final Map<TypeElement, JavaFileObject> files = new HashMap<>();

  private final Map<ExecutableElement, VariableElement> getters = new HashMap<>();

  /** The files of one compilation. */
  public SourceFiles(Env env, Contracts contracts) {
    this.env = env;
    contracts.setFiles(this);
  }

  /** Takes note of a file whose types are entered. */
  public void read(CompilationUnitTree unit) {
    List<? extends Tree> types = unit.getTypeDecls();
    JavaFileObject file = unit.getSourceFile();
    for (Tree tree : types) {
      TreePath path = new TreePath(new TreePath(unit), tree);
      if (tree instanceof ClassTree && env.trees.getElement(path) instanceof TypeElement type) {
        files.put(type, file);
        if (types.size() > 1) {
          readGetters(path);
        }
      }
    }
  }

  private void readGetters(TreePath type) {
    for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
      TreePath path = new TreePath(type, member);
      if (member instanceof ClassTree) {
        readGetters(path);
      } else if (member instanceof MethodTree tree
          && returned(tree) != null
          && env.trees.getElement(path) instanceof ExecutableElement method) {
        VariableElement field = env.field(Env.enclosingType(method), returned(tree));
        if (field != null && field.getModifiers().contains(Modifier.FINAL)) {
          getters.put(method, field);
        }
      }
    }
  }

  /** The name of what is returned, where the whole body does no more than that; else null. */
  private static String returned(MethodTree method) {
    ExpressionTree expression = method.getParameters().isEmpty() ? Env.returned(method) : null;
    if (expression instanceof IdentifierTree name) {
      return name.getName().toString();
    }
    return expression instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree base
            && base.getName().contentEquals("this")
        ? select.getIdentifier().toString()
        : null;
  }

  /** Whether the member's source is compiled, be the compiler done with it or not. */
  boolean contain(Element member) {
    return of(member) != null;
  }

  /** The file that has the source of a type or member; null if it is not compiled. */
  public JavaFileObject of(Element member) {
    return files.get(topLevel(member));
  }

  /** The final field that a getter of another class in the same file returns, or null. */
  VariableElement getterField(ExecutableElement method, Element from) {
    VariableElement field = getters.get(method);
    return field != null && files.get(topLevel(method)) == files.get(topLevel(from)) ? field : null;
  }

  private static TypeElement topLevel(Element member) {
    List<TypeElement> around = Env.enclosingTypes(Env.enclosingType(member));
    return around.get(around.size() - 1);
  }
}
