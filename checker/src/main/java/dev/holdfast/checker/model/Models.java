package dev.holdfast.checker.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models in force: the built-in ones, and those of the user laid over them.
 *
 * <p>A built-in model is read when its type is first asked for. User files are read at once, so
 * that their errors are known; a later one goes before an earlier one. A user's method or field
 * replaces the built-in one of the same signature or name, with all its contracts; a type
 * annotation replaces the built-in ones of the same annotation type. Everything else stays.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Models {

  private static final String FOLDER = "/dev/holdfast/checker/models/";

  private final Set<String> builtInPackages = new HashSet<>();
  private final Map<String, BuiltInFile> builtInFiles = new HashMap<>();
  private final Map<String, IndexedType> types = new HashMap<>();
  private final Map<String, ModelType> userTypes = new HashMap<>();
  private final List<ModelFile> userFiles = new ArrayList<>();
  private final List<ModelError> errors = new ArrayList<>();

  /** A type with its methods by signature. */
  private record IndexedType(ModelType type, Map<String, ModelMethod> methods) {
    private static final IndexedType NONE =
        new IndexedType(new ModelType("", List.of(), List.of(), List.of()), Map.of());

    private static IndexedType of(ModelType type) {
      Map<String, ModelMethod> methods = new HashMap<>();
      for (ModelMethod method : type.methods()) {
        methods.put(method.signature(), method);
      }
      return new IndexedType(type, methods);
    }
  }

  private Models() {
    for (String name : resource("packages").split("\n")) {
      builtInPackages.add(name);
    }
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
    } catch (CharacterCodingException e) {
      errors.add(new ModelError(path.toString(), 0, 0, "the model file is no UTF-8 text"));
    } catch (IOException e) {
      errors.add(
          new ModelError(
              path.toString(), 0, 0, "the model file cannot be read: " + e.getMessage()));
    }
  }

  private void add(ModelFile file) {
    userFiles.add(file);
    errors.addAll(file.errors());
    file.types()
        .forEach(type -> userTypes.merge(type.qualifiedName(), type, ModelType::overlaidWith));
  }

  /** What could not be read in the user's files. */
  public List<ModelError> errors() {
    return List.copyOf(errors);
  }

  /** The user's files, in the order given. */
  public List<ModelFile> userFiles() {
    return List.copyOf(userFiles);
  }

  /** The packages for which there are built-in models. */
  public Set<String> builtInPackages() {
    return Collections.unmodifiableSet(builtInPackages);
  }

  /** The model of a type, by its canonical name. */
  public Optional<ModelType> type(String qualifiedName) {
    IndexedType indexed = indexed(qualifiedName);
    return indexed == IndexedType.NONE ? Optional.empty() : Optional.of(indexed.type);
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
    IndexedType indexed = indexed(qualifiedName);
    return indexed == IndexedType.NONE
        ? Optional.empty()
        : Optional.ofNullable(
            indexed.methods.get(ModelMethod.signature(methodName, parameterTypes)));
  }

  private IndexedType indexed(String qualifiedName) {
    IndexedType known = types.get(qualifiedName);
    if (known != null) {
      return known;
    }
    readBuiltIn(qualifiedName);
    ModelType user = userTypes.get(qualifiedName);
    types.putIfAbsent(qualifiedName, user == null ? IndexedType.NONE : IndexedType.of(user));
    return types.get(qualifiedName);
  }

  /** Reads the built-in model of a type and of all types that share a top-level type with it. */
  private void readBuiltIn(String qualifiedName) {
    for (int dot = qualifiedName.lastIndexOf('.');
        dot > 0;
        dot = qualifiedName.lastIndexOf('.', dot - 1)) {
      String packageName = qualifiedName.substring(0, dot);
      if (builtInPackages.contains(packageName)) {
        int end = qualifiedName.indexOf('.', dot + 1);
        String topLevel = qualifiedName.substring(dot + 1, end < 0 ? qualifiedName.length() : end);
        for (ModelType type : builtInFile(packageName).read(topLevel)) {
          ModelType user = userTypes.get(type.qualifiedName());
          types.put(
              type.qualifiedName(), IndexedType.of(user == null ? type : type.overlaidWith(user)));
        }
        return;
      }
    }
  }

  private BuiltInFile builtInFile(String packageName) {
    BuiltInFile file = builtInFiles.get(packageName);
    if (file == null) {
      String name = packageName.concat(".model");
      file = new BuiltInFile(name, packageName, resource(name));
      builtInFiles.put(packageName, file);
    }
    return file;
  }

  private static String resource(String name) {
    try (InputStream in = Models.class.getResourceAsStream(FOLDER.concat(name))) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + FOLDER + name, e);
    }
  }
}
