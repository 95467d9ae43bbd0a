package dev.holdfast.cli.compiled;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.message.Folding;
import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import dev.holdfast.review.contract.ContractLine;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The contracts that annotations declare, in the canonical lines that are also read from source
 * alone, names resolved by the compiler. What stands in bodies is left out: leading assertions,
 * suppressions, local and anonymous classes.
 */
public final class CompiledContracts {
  private static final String OWN = "dev.holdfast.annotations.";

  private final Env env;
  private final ExpressionPrinter expressions;
  private final List<ContractLine> lines = new ArrayList<>();

  private CompiledContracts(Env env) {
    this.env = env;
    this.expressions = new ExpressionPrinter(env);
  }

  /**
   * Compiles sources in memory and reads what they declare, errors or not.
   *
   * @param files the sources
   * @param classPath what they are compiled against
   * @return sorted by member
   * @throws IOException if the class path cannot be used
   */
  public static List<ContractLine> read(List<Path> files, List<Path> classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(unused -> {}, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      manager.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  manager,
                  unused -> {},
                  List.of("-proc:none", "-parameters", "-XDshould-stop.ifError=FLOW"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      Trees trees = Trees.instance(task);
      CompiledContracts contracts =
          new CompiledContracts(new Env(trees, task.getTypes(), task.getElements()));
      for (CompilationUnitTree unit : units) {
        for (Tree declared : unit.getTypeDecls()) {
          Element element = trees.getElement(new TreePath(new TreePath(unit), declared));
          if (element instanceof TypeElement type) {
            contracts.type(type);
          }
        }
      }
      return contracts.lines.stream().sorted().toList();
    }
  }

  private void type(TypeElement type) {
    String name = type.getQualifiedName().toString();
    boolean alias = type.getKind() == ElementKind.ANNOTATION_TYPE;
    ExpressionPrinter.Place place = ExpressionPrinter.Place.of(type);
    add(name, alias ? ofAlias(type) : read(type, place));
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof TypeElement nested) {
        type(nested);
      } else if (member instanceof VariableElement field && field.getKind().isField()) {
        String simple = field.getSimpleName().toString();
        add(name + "#" + simple, read(field, new ExpressionPrinter.Place(type, simple, null, -1)));
      } else if (member instanceof ExecutableElement method
          && env.elements.getOrigin(method) == Elements.Origin.EXPLICIT) {
        executable(type, method, name);
      }
    }
  }

  private void executable(TypeElement type, ExecutableElement method, String owner) {
    String parameters =
        method.getParameters().stream()
            .map(each -> erased(each.asType()))
            .collect(Collectors.joining(",", "(", ")"));
    List<Contract> contracts =
        new ArrayList<>(read(method, new ExpressionPrinter.Place(type, "", method, -1)));
    boolean ofRecord =
        type.getKind() == ElementKind.RECORD && method.getKind() == ElementKind.CONSTRUCTOR;
    for (int i = 0; i < method.getParameters().size(); i++) {
      /* what a record's component says stands there, though the compiler copies it */
      if (!ofRecord) {
        ExpressionPrinter.Place place = new ExpressionPrinter.Place(type, "", method, i);
        contracts.addAll(read(method.getParameters().get(i), place));
      }
    }
    add(owner + "#" + method.getSimpleName() + parameters, contracts);
  }

  private void add(String member, List<Contract> contracts) {
    if (!contracts.isEmpty()) {
      lines.add(new ContractLine(member, contracts));
    }
  }

  private String erased(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return erased(array.getComponentType()) + "[]";
    }
    TypeMirror erasure = env.types.erasure(type);
    TypeElement element = env.typeElement(erasure);
    return element == null ? erasure.toString() : element.getSimpleName().toString();
  }

  private List<Contract> read(Element element, ExpressionPrinter.Place place) {
    List<AnnotationMirror> mirrors = new ArrayList<>(element.getAnnotationMirrors());
    if (element.getKind().isField()) {
      mirrors.addAll(element.asType().getAnnotationMirrors());
    }
    List<Contract> all = new ArrayList<>();
    UnaryOperator<String> canonical = text -> expressions.print(text, place);
    for (AnnotationMirror mirror : mirrors) {
      for (Values values : Values.flattened(mirror)) {
        if (isOwn(values.type())) {
          all.addAll(Terms.own(simple(values), values, canonical));
        } else if (ForeignTerms.knows(values.type())) {
          all.addAll(ForeignTerms.read(values, canonical, element.getKind()));
        } else {
          all.addAll(alias(values, place, element));
        }
      }
    }
    return all;
  }

  private static boolean isOwn(String type) {
    return type.startsWith(OWN) && type.indexOf('.', OWN.length()) < 0;
  }

  private static String simple(Values values) {
    return values.element().getSimpleName().toString();
  }

  private List<Contract> alias(Values values, ExpressionPrinter.Place place, Element on) {
    List<Contract> terms = terms(values.element(), new HashSet<>());
    if (terms.isEmpty()) {
      return List.of();
    }
    List<String> objects =
        Terms.sorted(values.texts("value"), text -> expressions.print(text, place));
    String here = place.base() >= 0 ? "#" + (place.base() + 1) : "";
    List<String> targets = objects.isEmpty() ? List.of(here) : objects;
    String shown = objects.isEmpty() ? here : String.join(", ", objects);
    String origin = "@" + values.type() + (shown.isEmpty() ? "" : "(" + shown + ")");
    List<Contract> all = new ArrayList<>();
    for (Contract term : terms) {
      for (String object : targets) {
        boolean onMember =
            object.isEmpty() && (on instanceof ExecutableElement || on.getKind().isField());
        Contract put =
            onMember
                ? onMember(term, values.element(), place)
                : term.mapped(text -> expressions.onObject(text, values.element(), object));
        all.add(put.from(origin));
      }
    }
    return all;
  }

  /**
   * A term as the member that it stands on would resolve it. Where a method has no such lock in
   * scope but its result has, it is a promise about the result.
   */
  private Contract onMember(Contract term, TypeElement alias, ExpressionPrinter.Place place) {
    Contract put = term.mapped(text -> inScope(text, alias, place));
    boolean resolved =
        put.locks().isEmpty()
            || !term.locks().contains(put.locks().get(0))
            || !expressions.print(put.locks().get(0), place).startsWith("?");
    if (resolved || put.kind() != ContractKind.REQUIRES || place.method() == null) {
      return put;
    }
    String head = put.locks().get(0).split("[.(\\[]", 2)[0];
    TypeElement result = env.typeElement(place.method().getReturnType());
    return result != null && expressions.hasVariable(result, head)
        ? put.as(ContractKind.ENSURES).mapped(text -> "return." + text)
        : put.mapped(text -> "?" + text);
  }

  private String inScope(String term, TypeElement alias, ExpressionPrinter.Place place) {
    String put = expressions.onObject(term, alias, "");
    String own = put.equals(term) ? expressions.print(put, place) : put;
    return own.startsWith("?") ? put : own;
  }

  private List<Contract> ofAlias(TypeElement alias) {
    return terms(alias, new HashSet<>()).stream()
        .map(term -> term.mapped(text -> expressions.onObject(text, alias, "")))
        .toList();
  }

  private List<Contract> terms(TypeElement alias, Set<TypeElement> seen) {
    List<Contract> all = new ArrayList<>();
    if (!seen.add(alias) || alias.getQualifiedName().toString().startsWith("java.")) {
      return all;
    }
    for (AnnotationMirror mirror : alias.getAnnotationMirrors()) {
      for (Values values : Values.flattened(mirror)) {
        if (isOwn(values.type())) {
          all.addAll(Terms.own(simple(values), values, Folding::fold));
        } else {
          all.addAll(terms(values.element(), seen));
        }
      }
    }
    return all;
  }
}
