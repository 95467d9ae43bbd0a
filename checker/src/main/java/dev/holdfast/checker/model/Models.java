package dev.holdfast.checker.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The models in force: the built-in ones, and those of the user laid over them.
 *
 * <p>A built-in file is read when a type of its package is first asked for. User files are read at
 * once, so that their errors are known; a later one goes before an earlier one. A user's method or
 * field replaces the built-in one of the same signature or name, with all its contracts; a type
 * annotation replaces the built-in ones of the same annotation type. Everything else stays.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Models {

  private static final String FOLDER = "/dev/holdfast/checker/models/";

  private final Set<String> builtInPackages;
  private final Map<String, Map<String, IndexedType>> typesByPackage = new HashMap<>();
  private final Map<String, ModelType> userTypes = new HashMap<>();
  private final List<ModelError> errors = new ArrayList<>();

  /** A type with its methods by signature. */
  private record IndexedType(ModelType type, Map<String, ModelMethod> methods) {
    private static IndexedType of(ModelType type) {
      Map<String, ModelMethod> methods = new HashMap<>();
      type.methods().forEach(method -> methods.put(method.signature(), method));
      return new IndexedType(type, methods);
    }
  }

  private Models() {
    this.builtInPackages = resource("packages").lines().collect(Collectors.toUnmodifiableSet());
  }

  /** The built-in models alone. */
  public static Models builtIn() {
    return load(List.of());
  }

  /**
   * The built-in models with the given files laid over them. A file that cannot be read is an error
   * like any other: see {@link #errors()}.
   */
  public static Models load(List<Path> userFiles) {
    Models models = new Models();
    userFiles.forEach(models::addUserFile);
    return models;
  }

  private void addUserFile(Path path) {
    try {
      add(ModelFile.parse(path.toString(), Files.readString(path)));
    } catch (NoSuchFileException e) {
      errors.add(new ModelError(path.toString(), 0, 0, "no such model file"));
    } catch (IOException e) {
      errors.add(
          new ModelError(
              path.toString(), 0, 0, "the model file cannot be read as UTF-8 text: " + e));
    }
  }

  private void add(ModelFile file) {
    errors.addAll(file.errors());
    file.types()
        .forEach(type -> userTypes.merge(type.qualifiedName(), type, ModelType::overlaidWith));
  }

  /** What could not be read in the user's files. */
  public List<ModelError> errors() {
    return List.copyOf(errors);
  }

  /** The packages for which there are built-in models. */
  public Set<String> builtInPackages() {
    return builtInPackages;
  }

  /** The model of a type, by its canonical name. */
  public Optional<ModelType> type(String qualifiedName) {
    return Optional.ofNullable(indexed(qualifiedName)).map(IndexedType::type);
  }

  /**
   * The model of a method. Only the type itself is looked at, not its supertypes.
   *
   * @param qualifiedName the canonical name of the type that declares the method
   * @param methodName its name, {@link ModelMethod#CONSTRUCTOR} for a constructor
   * @param parameterTypes the simple names of its erased parameter types, {@code []} for each
   *     dimension, varargs as an array
   */
  public Optional<ModelMethod> find(
      String qualifiedName, String methodName, List<String> parameterTypes) {
    IndexedType type = indexed(qualifiedName);
    if (type == null) {
      return Optional.empty();
    }
    String signature = methodName + "(" + String.join(",", parameterTypes) + ")";
    return Optional.ofNullable(type.methods.get(signature));
  }

  private IndexedType indexed(String qualifiedName) {
    for (int dot = qualifiedName.lastIndexOf('.');
        dot > 0;
        dot = qualifiedName.lastIndexOf('.', dot - 1)) {
      String packageName = qualifiedName.substring(0, dot);
      if (builtInPackages.contains(packageName)) {
        IndexedType type = builtInTypes(packageName).get(qualifiedName);
        if (type != null) {
          return type;
        }
      }
    }
    return userOnly(qualifiedName);
  }

  private Map<String, IndexedType> builtInTypes(String packageName) {
    return typesByPackage.computeIfAbsent(packageName, this::readBuiltIn);
  }

  private Map<String, IndexedType> readBuiltIn(String packageName) {
    ModelFile file = builtInFile(packageName);
    Map<String, IndexedType> types = new HashMap<>();
    for (ModelType type : file.types()) {
      ModelType own = userTypes.get(type.qualifiedName());
      types.put(type.qualifiedName(), IndexedType.of(own == null ? type : type.overlaidWith(own)));
    }
    return types;
  }

  private IndexedType userOnly(String qualifiedName) {
    ModelType type = userTypes.get(qualifiedName);
    if (type == null) {
      return null;
    }
    return typesByPackage
        .computeIfAbsent("", unnamed -> new HashMap<>())
        .computeIfAbsent(qualifiedName, name -> IndexedType.of(type));
  }

  /** Reads a built-in file, which has one package and no errors. */
  static ModelFile builtInFile(String packageName) {
    String name = packageName + ".model";
    ModelFile file = ModelFile.parse(name, resource(name));
    if (!file.errors().isEmpty()) {
      throw new IllegalStateException("broken built-in model: " + file.errors().get(0));
    }
    return file;
  }

  private static String resource(String name) {
    try (InputStream in = Models.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + FOLDER + name, e);
    }
  }
}
