package dev.holdfast.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {

  private static final Set<Class<?>> NOT_REPEATABLE =
      Set.of(LockUnchecked.class, LockScope.class, RunsInline.class);

  /**
   * Annotation, where it may stand, its elements with {@code *} after those that have a default.
   */
  static Stream<Arguments> annotations() {
    return Stream.of(
        row(GuardedBy.class, "racyReads* read* value* write*", FIELD, ANNOTATION_TYPE),
        row(Requires.class, "anyOf* value*", METHOD, PARAMETER, ANNOTATION_TYPE),
        row(Ensures.class, "value", METHOD),
        row(Excludes.class, "value", METHOD, PARAMETER, ANNOTATION_TYPE),
        row(Acquires.class, "idempotent* value", METHOD, CONSTRUCTOR, ANNOTATION_TYPE),
        row(Releases.class, "value", METHOD, ANNOTATION_TYPE),
        row(AcquiresIf.class, "blocking* result* value", METHOD),
        row(ReleasesIf.class, "result* value", METHOD),
        row(Downgrades.class, "value", METHOD),
        row(MayRelease.class, "value", METHOD),
        row(AssertsHeld.class, "anyOf* value*", METHOD),
        row(TestsHeld.class, "value", METHOD),
        row(Establishes.class, "value", METHOD),
        row(Ends.class, "value", METHOD),
        row(Returns.class, "value", METHOD),
        row(SameObject.class, "value", METHOD, TYPE),
        row(RunsInline.class, "", PARAMETER),
        row(LockScope.class, "", TYPE),
        row(AcquiredBefore.class, "value", FIELD, TYPE),
        row(AcquiredAfter.class, "value", FIELD, TYPE),
        row(LockUnchecked.class, "reason", METHOD, CONSTRUCTOR, TYPE),
        row(
            DefinesLock.class,
            "after* impliedBy* label* name* reentrant* sameAs* shared* within*",
            TYPE),
        row(DefinesState.class, "excludes* impliedBy* label* name needs*", TYPE));
  }

  private static Arguments row(
      Class<? extends Annotation> type, String elements, ElementType... targets) {
    return arguments(type, elements, Set.of(targets));
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void standsWhereTheLanguageSays(Class<?> type, String elements, Set<ElementType> targets) {
    assertThat(targetsOf(type)).isEqualTo(targets);
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void hasTheElementsOfTheLanguage(Class<?> type, String elements) {
    assertThat(elementsOf(type)).isEqualTo(elements);
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void isDocumentedAndKeptInClassFiles(Class<?> type) {
    assertThat(type.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
    assertThat(type.isAnnotationPresent(Documented.class)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void repeatsUnlessOneIsEnough(Class<?> type) {
    Repeatable repeatable = type.getAnnotation(Repeatable.class);

    assertThat(repeatable == null).isEqualTo(NOT_REPEATABLE.contains(type));
    if (repeatable != null) {
      assertThat(repeatable.value().getEnclosingClass()).isEqualTo(type);
      assertThat(targetsOf(repeatable.value())).isEqualTo(targetsOf(type));
    }
  }

  @Test
  void tableNamesEveryAnnotationOfThePackage() throws Exception {
    Path sources = Path.of("src/main/java/dev/holdfast/annotations");
    Set<String> files =
        JavadocExample.javaFiles(sources).stream()
            .filter(file -> file.getParent().equals(sources))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .filter(name -> !Set.of("package-info", "When").contains(name))
            .collect(Collectors.toSet());

    assertThat(annotations().map(row -> ((Class<?>) row.get()[0]).getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void outcomesComeInPairs() {
    assertThat(When.values())
        .extracting(Enum::name)
        .containsExactly("TRUE", "FALSE", "NON_NULL", "NULL", "NON_ZERO", "ZERO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { @Requires({}) void a() {} }",
        "@DefinesLock final class Edt { private Edt() {} }",
        "class B { @Requires(\"a\") @Requires(anyOf = {\"b\", \"c\"}) void a() {} }",
        "record C(@GuardedBy(\"this\") int x) {}",
      })
  void isLegal(String code, @TempDir Path output) {
    assertThat(Compilation.errorsOf(code, output)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class D { @LockUnchecked void a() {} }",
        "@DefinesState class E {}",
        "class F { @Releases(\"this\") F() {} }",
        "class G { @LockUnchecked(reason = \"one\") @LockUnchecked(reason = \"two\") void a() {} }",
        "class H { @Requires(\"this\") int field; }",
      })
  void isIllegal(String code, @TempDir Path output) {
    assertThat(Compilation.errorsOf(code, output)).isNotEmpty();
  }

  private static Set<ElementType> targetsOf(Class<?> type) {
    return Set.of(type.getAnnotation(Target.class).value());
  }

  private static String elementsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .map(LanguageTest::element)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String element(Method method) {
    Object standard = method.getDefaultValue();
    if (standard instanceof Object[] values) {
      assertThat(values).as("default of %s", method).isEmpty();
    }
    return method.getName() + (standard == null ? "" : "*");
  }

  @Test
  void standardLockIsSharedAndNotReentrant() throws NoSuchMethodException {
    List<Object> defaults =
        List.of(
            DefinesLock.class.getMethod("shared").getDefaultValue(),
            DefinesLock.class.getMethod("reentrant").getDefaultValue());

    assertThat(defaults).containsExactly(true, false);
  }
}
