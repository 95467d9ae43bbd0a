package dev.holdfast.checker.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Diagnostic.Range;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.SourceFiles;
import dev.holdfast.checker.message.Messages;
import dev.holdfast.checker.rule.AnnotationTrees;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaFileObject;

/** Turns findings into what is shown: words, and places as lines and columns. */
public final class Renderer {
  private final Env env;
  private final Options options;
  private final SourcePositions positions;
  private final SourceFiles files;
  private final ParsedDeclarations parsed = new ParsedDeclarations();
  private final Map<CompilationUnitTree, String> sources = new WeakHashMap<>();

  Renderer(Env env, SourceFiles files, Options options) {
    this.files = files;
    this.env = env;
    this.options = options;
    this.positions = env.positions;
  }

  Diagnostic render(Finding finding) {
    Range range = range(finding.place());
    List<Diagnostic.Note> notes = new ArrayList<>();
    for (Finding.Note note : finding.notes()) {
      Diagnostic.Note shown = note(note);
      if (!notes.contains(shown)) {
        notes.add(shown);
      }
    }
    return new Diagnostic(
        finding.rule().id(),
        options.severity(finding.rule()),
        range,
        Messages.of(finding),
        notes,
        fixes(finding),
        member(finding.member()),
        expression(finding.place()));
  }

  private Diagnostic.Note note(Finding.Note note) {
    if (note.place() != null) {
      return new Diagnostic.Note(note.kind(), range(note.place()), note.text());
    }
    TreePath path = note.element() == null ? null : env.trees.getPath(note.element());
    if (path == null) {
      return new Diagnostic.Note(note.kind(), elsewhere(note), note.text());
    }
    Place place =
        Place.ofDeclaration(env, path.getCompilationUnit(), note.element(), note.annotation());
    return new Diagnostic.Note(note.kind(), range(place), note.text());
  }

  /** The range of a declaration that the compiler is done with; null where there is no source. */
  private Range elsewhere(Finding.Note note) {
    JavaFileObject file = note.element() == null ? null : files.of(note.element());
    ParsedDeclarations.Found found = file == null ? null : parsed.find(file, note.element());
    if (found == null) {
      return null;
    }
    Tree annotation =
        note.annotation() == null
            ? null
            : AnnotationTrees.find(found.tree(), note.element(), note.annotation());
    SourcePositions where = found.positions();
    if (annotation != null) {
      return range(
          found.unit(),
          (int) where.getStartPosition(found.unit(), annotation),
          (int) where.getEndPosition(found.unit(), annotation));
    }
    String name =
        note.element().getKind() == ElementKind.CONSTRUCTOR
            ? note.element().getEnclosingElement().getSimpleName().toString()
            : note.element().getSimpleName().toString();
    int at = nameStart(found.unit(), found.tree(), name, where);
    return at < 0 ? null : range(found.unit(), at, at + name.length());
  }

  private List<Diagnostic.Fix> fixes(Finding finding) {
    Finding.Fix fix = finding.fix();
    if (fix == null) {
      return List.of();
    }
    TreePath path = env.trees.getPath(fix.annotate());
    if (path == null) {
      return List.of(new Diagnostic.Fix(fix.description(), List.of()));
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    int start = (int) positions.getStartPosition(unit, path.getLeaf());
    if (start < 0) {
      return List.of(new Diagnostic.Fix(fix.description(), List.of()));
    }
    if (nameStart(unit, path.getLeaf()) < 0) {
      /* an annotation processor made it: there is no place to write an annotation at */
      return List.of();
    }
    String text = source(unit);
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    String indent = text.substring(lineStart, start);
    String lineEnd = lineEnd(text);
    String separator = indent.isBlank() ? lineEnd + indent : " ";
    List<Diagnostic.Edit> edits = new ArrayList<>();
    new ImportEdits(env)
        .of(unit, fix.annotation(), lineEnd)
        .ifPresent(
            i -> edits.add(new Diagnostic.Edit(range(unit, i.offset(), i.offset()), i.text())));
    edits.add(new Diagnostic.Edit(range(unit, start, start), fix.annotation() + separator));
    return List.of(new Diagnostic.Fix(fix.description(), edits));
  }

  /** How the lines of a file end. */
  private static String lineEnd(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The range of a place. */
  Range range(Place place) {
    CompilationUnitTree unit = place.unit();
    int start = (int) positions.getStartPosition(unit, place.tree());
    int end = (int) positions.getEndPosition(unit, place.tree());
    if (start < 0) {
      start = 0;
    }
    if (end < start) {
      end = start;
    }
    if (place.part() == Place.Part.END && end > start) {
      return range(unit, end - 1, end);
    }
    if (place.part() == Place.Part.NAME) {
      return name(unit, place.tree(), start, end);
    }
    return range(unit, start, end);
  }

  private Range name(CompilationUnitTree unit, Tree tree, int start, int end) {
    int at = nameStart(unit, tree);
    return at < 0
        ? range(unit, start, Math.min(end, start + 1))
        : range(unit, at, at + nameOf(unit, tree).length());
  }

  /** Where the name of a declaration is written; negative where it is not. */
  private int nameStart(CompilationUnitTree unit, Tree tree) {
    return nameStart(unit, tree, nameOf(unit, tree), positions);
  }

  private int nameStart(
      CompilationUnitTree unit, Tree tree, String name, SourcePositions positions) {
    Tree before = tree;
    if (tree instanceof MethodTree method) {
      before = method.getReturnType() != null ? method.getReturnType() : method.getModifiers();
    } else if (tree instanceof VariableTree variable) {
      before = variable.getType() != null ? variable.getType() : variable.getModifiers();
    } else if (tree instanceof ClassTree type) {
      before = type.getModifiers();
    }
    int start = (int) positions.getStartPosition(unit, tree);
    int from = Math.max(start, (int) positions.getEndPosition(unit, before));
    int end = (int) positions.getEndPosition(unit, tree);
    String text = source(unit);
    int at = name.isEmpty() ? -1 : text.indexOf(name, from);
    while (at >= 0 && at <= end && !isWord(text, at, at + name.length())) {
      at = text.indexOf(name, at + 1);
    }
    return at > end ? -1 : at;
  }

  private static boolean isWord(String text, int start, int end) {
    return (start == 0 || !Character.isJavaIdentifierPart(text.charAt(start - 1)))
        && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
  }

  private String nameOf(CompilationUnitTree unit, Tree tree) {
    if (tree instanceof MethodTree method) {
      return nameOf(unit, method);
    }
    if (tree instanceof VariableTree variable) {
      return variable.getName().toString();
    }
    return tree instanceof ClassTree type ? type.getSimpleName().toString() : "";
  }

  /** A constructor goes by the name of its class. */
  private String nameOf(CompilationUnitTree unit, MethodTree method) {
    TreePath path = env.path(unit, method);
    Element element = path == null ? null : env.trees.getElement(path);
    return element != null && element.getKind() == ElementKind.CONSTRUCTOR
        ? element.getEnclosingElement().getSimpleName().toString()
        : method.getName().toString();
  }

  private Range range(CompilationUnitTree unit, int start, int end) {
    LineMap lines = unit.getLineMap();
    int line = (int) lines.getLineNumber(start);
    int endLine = (int) lines.getLineNumber(end);
    return new Range(
        path(unit.getSourceFile()),
        line,
        start - (int) lines.getStartPosition(line) + 1,
        endLine,
        end - (int) lines.getStartPosition(endLine) + 1,
        start,
        end);
  }

  /** A file as people would name it: below the working directory if it lies there, with slashes. */
  public static String path(JavaFileObject file) {
    try {
      Path path = Path.of(file.toUri());
      Path here = Path.of("").toAbsolutePath();
      Path shown = path.startsWith(here) ? here.relativize(path) : path;
      return shown.toString().replace('\\', '/');
    } catch (RuntimeException e) {
      /* not a file of the default file system: an archive entry, or source in memory */
      return file.getName().replace('\\', '/');
    }
  }

  private String source(CompilationUnitTree unit) {
    return sources.computeIfAbsent(
        unit,
        u -> {
          try {
            return u.getSourceFile().getCharContent(true).toString();
          } catch (IOException e) {
            return "";
          }
        });
  }

  private String expression(Place place) {
    Range range = range(place);
    String text = source(place.unit());
    int end = Math.min(Math.min(range.end(), text.length()), range.start() + 200);
    return range.start() >= end ? "" : text.substring(range.start(), end).replaceAll("\\s+", " ");
  }

  private String member(Element element) {
    if (element == null) {
      return "";
    }
    if (element instanceof TypeElement type) {
      return env.elements.getBinaryName(type).toString().replace('$', '.');
    }
    TypeElement owner = Env.enclosingType(element);
    String base =
        owner == null ? "" : env.elements.getBinaryName(owner).toString().replace('$', '.');
    if (element instanceof ExecutableElement method) {
      List<String> parameters = new ArrayList<>();
      for (VariableElement parameter : method.getParameters()) {
        String erased = env.types.erasure(parameter.asType()).toString();
        parameters.add(erased.substring(erased.lastIndexOf('.') + 1));
      }
      return base + "#" + method.getSimpleName() + "(" + String.join(",", parameters) + ")";
    }
    return base + "#" + element.getSimpleName();
  }
}
