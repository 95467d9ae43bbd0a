package dev.holdfast.checker.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.holdfast.checker.contract.Env;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a file must import before an annotation can be written into it. */
final class ImportEdits {
  private static final String PACKAGE = "dev.holdfast.annotations.";
  private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)");

  private final Env env;
  private final SourcePositions positions;

  ImportEdits(Env env) {
    this.env = env;
    this.positions = env.positions;
  }

  /**
   * An insertion.
   *
   * @param offset where
   * @param text what
   */
  record Insertion(int offset, String text) {}

  /**
   * What to insert so that the annotation means Holdfast's; empty if nothing, or if it is not one.
   *
   * @param lineEnd how the lines of the file end
   */
  Optional<Insertion> of(CompilationUnitTree unit, String annotation, String lineEnd) {
    Matcher name = ANNOTATION.matcher(annotation);
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    String type = PACKAGE + name.group(1);
    if (env.elements.getTypeElement(type) == null || isImported(unit, type)) {
      return Optional.empty();
    }
    return Optional.of(insertion(unit, "import " + type + ";", type, lineEnd));
  }

  private static boolean isImported(CompilationUnitTree unit, String type) {
    return unit.getImports().stream()
        .filter(each -> !each.isStatic())
        .map(each -> each.getQualifiedIdentifier().toString())
        .anyMatch(name -> name.equals(type) || name.equals(PACKAGE + "*"));
  }

  private Insertion insertion(CompilationUnitTree unit, String line, String type, String lineEnd) {
    List<? extends ImportTree> imports =
        unit.getImports().stream().filter(each -> !each.isStatic()).toList();
    for (ImportTree each : imports) {
      if (each.getQualifiedIdentifier().toString().compareTo(type) > 0) {
        return new Insertion((int) positions.getStartPosition(unit, each), line + lineEnd);
      }
    }
    if (!imports.isEmpty()) {
      return new Insertion(end(unit, imports.get(imports.size() - 1)), lineEnd + line);
    }
    return unit.getPackage() == null
        ? new Insertion(0, line + lineEnd + lineEnd)
        : new Insertion(end(unit, unit.getPackage()), lineEnd + lineEnd + line);
  }

  private int end(CompilationUnitTree unit, Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }
}
