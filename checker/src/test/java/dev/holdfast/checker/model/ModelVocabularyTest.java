package dev.holdfast.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Requires;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ModelVocabularyTest {

  /** The annotation types of the contract language, as they are on the class path. */
  static List<Class<?>> language() throws IOException, URISyntaxException {
    URI place = Requires.class.getResource("Requires.class").toURI();
    if (!place.getScheme().equals("jar")) {
      return annotationsIn(Path.of(place).getParent());
    }
    try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
      return annotationsIn(jar.getPath("/dev/holdfast/annotations"));
    }
  }

  private static List<Class<?>> annotationsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
          .<Class<?>>map(name -> annotation(name.replace(".class", "")))
          .filter(Class::isAnnotation)
          .toList();
    }
  }

  private static Class<?> annotation(String name) {
    try {
      return Class.forName(Requires.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("language")
  void everyAnnotationOfTheLanguageCanBeUsedWithAllItsElements(Class<?> annotation) {
    ModelVocabulary vocabulary = new ModelVocabulary();

    assertThat(vocabulary.knows(annotation.getSimpleName())).isTrue();
    assertThat(vocabulary.elementsOf(annotation.getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(annotation.getDeclaredMethods()).map(Method::getName).toList());
  }

  @Test
  void languageIsFound() throws Exception {
    assertThat(language()).hasSizeGreaterThan(20);
  }

  @Test
  void unknownNameIsUnknown() {
    assertThat(new ModelVocabulary().knows("Aquires")).isFalse();
  }
}
