package dev.holdfast.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BuiltInModelsTest {

  private static final Path FOLDER = Path.of("src/main/resources/dev/holdfast/checker/models");

  static Set<String> packages() {
    return new TreeSet<>(Models.builtIn().builtInPackages());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void fileIsWithoutErrorAndHasOnlyItsPackage(String packageName) throws IOException {
    ModelFile file = file(packageName);

    assertThat(file.errors()).isEmpty();
    assertThat(file.types())
        .isNotEmpty()
        .allSatisfy(type -> assertThat(type.qualifiedName()).matches(packageName + "\\.[A-Z].*"));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void typesReadOneByOneAreTheTypesOfTheFile(String packageName) throws IOException {
    String name = packageName + ".model";
    BuiltInFile file = new BuiltInFile(name, packageName, Files.readString(FOLDER.resolve(name)));

    assertThat(file.typeNames().stream().flatMap(type -> file.read(type).stream()))
        .containsExactlyInAnyOrderElementsOf(file(packageName).types());
  }

  @Test
  void everyFileIsListed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("packages"))
          .containsExactlyInAnyOrderElementsOf(
              packages().stream().map(name -> name + ".model").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everySignatureExists(String packageName) throws Exception {
    Set<String> missing = new TreeSet<>();
    for (ModelType type : file(packageName).types()) {
      if (!isNewer(type.annotations())) {
        missing.addAll(missing(type));
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void signatureThatDoesNotExistIsNoticed() throws Exception {
    ModelFile file =
        ModelFile.parse(
            "f.model", "package java.util; class Gone {} interface List { void sort(String s); }");

    assertThat(missing(file.types().get(0))).containsExactly("java.util.Gone");
    assertThat(missing(file.types().get(1))).containsExactly("java.util.List#sort(String)");
  }

  private static ModelFile file(String packageName) throws IOException {
    String name = packageName + ".model";
    return ModelFile.parse(name, Files.readString(FOLDER.resolve(name)));
  }

  private static Set<String> missing(ModelType type) throws IOException {
    Set<String> signatures = signaturesOf(type.qualifiedName());
    if (signatures.isEmpty()) {
      return Set.of(type.qualifiedName());
    }
    return type.methods().stream()
        .filter(method -> !isNewer(method.annotations()))
        .filter(method -> !signatures.contains(method.signature()))
        .map(method -> type.qualifiedName() + "#" + method.signature())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isNewer(List<ModelAnnotation> annotations) {
    return annotations.stream()
        .filter(annotation -> annotation.name().equals("Since"))
        .anyMatch(
            since -> Integer.parseInt(since.string("value", "")) > Runtime.version().feature());
  }

  /** The signatures that a type itself declares; none, where there is no such type. */
  private static Set<String> signaturesOf(String qualifiedName) throws IOException {
    if (qualifiedName.startsWith("com.google.common.")) {
      return guavaSignaturesOf(qualifiedName);
    }
    Class<?> type = find(qualifiedName);
    Set<String> signatures = new HashSet<>();
    if (type != null) {
      signatures.add("");
      Stream.concat(
              Arrays.stream(type.getDeclaredMethods()),
              Arrays.stream(type.getDeclaredConstructors()))
          .map(BuiltInModelsTest::signature)
          .forEach(signatures::add);
    }
    return signatures;
  }

  private static Class<?> find(String qualifiedName) {
    for (String name = qualifiedName; ; ) {
      try {
        return Class.forName(name, false, ClassLoader.getPlatformClassLoader());
      } catch (ClassNotFoundException e) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
          return null;
        }
        name = name.substring(0, dot) + "$" + name.substring(dot + 1);
      }
    }
  }

  private static String signature(Executable executable) {
    String name =
        executable instanceof java.lang.reflect.Method method
            ? method.getName()
            : ModelMethod.CONSTRUCTOR;
    return Arrays.stream(executable.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  private static Set<String> guavaSignaturesOf(String qualifiedName) throws IOException {
    try (InputStream in = BuiltInModelsTest.class.getResourceAsStream("guava-33.5.0-jre.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(qualifiedName + "#"))
          .map(line -> line.substring(qualifiedName.length() + 1))
          .collect(Collectors.toSet());
    }
  }
}
