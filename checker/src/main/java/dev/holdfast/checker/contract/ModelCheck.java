package dev.holdfast.checker.contract;

import dev.holdfast.checker.model.ModelAnnotation;
import dev.holdfast.checker.model.ModelError;
import dev.holdfast.checker.model.ModelFile;
import dev.holdfast.checker.model.ModelMethod;
import dev.holdfast.checker.model.ModelType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Compares the user's models with the classes that they speak of: a model of a method that is not
 * there, or one that names what is not there, would be without effect, and nobody would know. A
 * library that is not on the class path is no mistake; a type that its package does not have is
 * one.
 */
public final class ModelCheck {
  private final Env env;
  private final Contracts contracts;
  private final TypeModels models;
  private final List<ModelError> errors = new ArrayList<>();

  private ModelCheck(Env env, Contracts contracts) {
    this.env = env;
    this.contracts = contracts;
    this.models = contracts.models();
  }

  /** What the files speak of and is not there, in the order written. */
  public static List<ModelError> errors(Env env, Contracts contracts, List<ModelFile> files) {
    ModelCheck check = new ModelCheck(env, contracts);
    for (ModelFile file : files) {
      file.types().forEach(type -> check.type(file, type));
    }
    return check.errors;
  }

  private void type(ModelFile file, ModelType type) {
    if (isOfSomeReleases(type.annotations())) {
      return;
    }
    TypeElement element = env.elements.getTypeElement(type.qualifiedName());
    if (element == null) {
      if (isAround(type.qualifiedName())) {
        errors.add(
            new ModelError(file.name(), 0, 0, "there is no type '" + type.qualifiedName() + "'"));
      }
      return;
    }
    Map<String, ExecutableElement> declared = new HashMap<>();
    for (Element member : element.getEnclosedElements()) {
      if (member instanceof ExecutableElement method) {
        declared.put(models.signature(method), method);
      }
    }
    for (ModelMethod method : type.methods()) {
      ExecutableElement found = declared.get(method.signature());
      if (found != null) {
        contracts.modelProblems(found).forEach(problem -> error(file, method, problem));
      } else if (!isOfSomeReleases(method.annotations())) {
        error(
            file,
            method,
            "'" + element.getSimpleName() + "' declares no '" + method.signature() + "'");
      }
    }
  }

  private void error(ModelFile file, ModelMethod method, String message) {
    errors.add(new ModelError(file.name(), method.line(), 0, message));
  }

  /** Whether the package, or the type around it, is there. */
  private boolean isAround(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    String around = dot < 0 ? "" : qualifiedName.substring(0, dot);
    return around.isEmpty()
        || env.elements.getPackageElement(around) != null
        || env.elements.getTypeElement(around) != null;
  }

  private static boolean isOfSomeReleases(List<ModelAnnotation> annotations) {
    return annotations.stream().anyMatch(annotation -> annotation.name().equals("Since"));
  }
}
