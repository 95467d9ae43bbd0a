package dev.holdfast.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModelFileTest {

  @Test
  void typeHasItsAnnotationsMethodsAndFields() {
    ModelType type =
        only(
            """
            package com.acme;

            @DefinesLock(name = "this", reentrant = true, shared = false)
            public interface Latch extends Base<String>, Other {
              Object owner;
              @Acquires("this") @NeverThrows void open();
            }
            """);

    assertThat(type.qualifiedName()).isEqualTo("com.acme.Latch");
    assertThat(type.annotations())
        .containsExactly(
            new ModelAnnotation(
                "DefinesLock",
                Map.of("name", "this", "reentrant", true, "shared", false),
                "test.model",
                3));
    assertThat(type.fields()).containsExactly(new ModelField("owner", List.of()));
    assertThat(type.methods())
        .containsExactly(
            new ModelMethod(
                "open",
                List.of(),
                List.of(
                    new ModelAnnotation("Acquires", Map.of("value", "this"), "test.model", 6),
                    new ModelAnnotation("NeverThrows", Map.of(), "test.model", 6)),
                6));
  }

  @Test
  void nestedTypeIsNamedAfterItsOuterType() {
    ModelFile file =
        clean("package p; class Outer { class Inner { enum Deep { A, B; void m(); } } void n(); }");

    assertThat(file.types())
        .extracting(ModelType::qualifiedName)
        .containsExactly("p.Outer", "p.Outer.Inner", "p.Outer.Inner.Deep");
    assertThat(file.types().get(0).methods()).extracting(ModelMethod::name).containsExactly("n");
    assertThat(file.types().get(2).fields()).extracting(ModelField::name).containsExactly("A", "B");
  }

  @Test
  void fileHasSeveralPackages() {
    ModelFile file = clean("package a; class X {} package b.c; class X {}");

    assertThat(file.types()).extracting(ModelType::qualifiedName).containsExactly("a.X", "b.c.X");
  }

  @Test
  void typeWithoutPackageHasASimpleName() {
    assertThat(only("class X {}").qualifiedName()).isEqualTo("X");
  }

  @Test
  void parameterTypesAreErasedAndSimple() {
    ModelType type =
        only(
            """
            class Box<T extends Comparable<? super T>, K> {
              <R> R first(T t, K k, R r, java.util.Map<K, List<T>> map, Map.Entry<K, T>[] entries);
              void second(final int[][] grid, String... names);
            }
            """);

    assertThat(type.methods())
        .extracting(ModelMethod::signature)
        .containsExactly("first(Comparable,Object,Object,Map,Entry[])", "second(int[][],String[])");
    assertThat(type.methods().get(1).parameters())
        .extracting(ModelParameter::varargs)
        .containsExactly(false, true);
  }

  @Test
  void typeParameterOfAMethodEndsWithIt() {
    ModelType type = only("class C { <T extends Number> void a(T t); void b(T t); }");

    assertThat(type.methods())
        .extracting(ModelMethod::signature)
        .containsExactly("a(Number)", "b(T)");
  }

  @Test
  void parameterNameMayBeLeftOut() {
    ModelType type = only("class C { boolean tryLock(long, @RunsInline TimeUnit unit); }");

    assertThat(type.methods().get(0).parameters())
        .containsExactly(
            new ModelParameter("long", null, List.of(), false),
            new ModelParameter(
                "TimeUnit",
                "unit",
                List.of(new ModelAnnotation("RunsInline", Map.of(), "test.model", 1)),
                false));
  }

  @Test
  void constructorIsNamedInit() {
    ModelType type = only("class C { @Acquires(\"#1\") public C(Lock lock) throws E, F; }");

    assertThat(type.methods()).extracting(ModelMethod::signature).containsExactly("<init>(Lock)");
  }

  @Test
  void listsConstantsAndFlagsAreValues() {
    ModelAnnotation annotation =
        only("""
                class C {
                  @AcquiresIf(value = {"a", "b",}, result = When.NON_NULL, blocking = true) Object m();
                }
                """)
            .methods()
            .get(0)
            .annotations()
            .get(0);

    assertThat(annotation.values())
        .isEqualTo(Map.of("value", List.of("a", "b"), "result", "NON_NULL", "blocking", true));
    assertThat(annotation.strings("value")).containsExactly("a", "b");
    assertThat(annotation.string("result", "TRUE")).isEqualTo("NON_NULL");
    assertThat(annotation.flag("blocking", false)).isTrue();
    assertThat(annotation.strings("absent")).isEmpty();
    assertThat(annotation.string("absent", "TRUE")).isEqualTo("TRUE");
    assertThat(annotation.flag("absent", true)).isTrue();
  }

  @Test
  void commentsAndTextOfStringsAreNoCode() {
    ModelType type =
        only(
            "/* class A { */ // class B {\nclass C { @Requires(\"a // \\\"b\\\" /* {\") void m(); }");

    assertThat(type.methods().get(0).annotations().get(0).values())
        .isEqualTo(Map.of("value", "a // \"b\" /* {"));
  }

  @Test
  void importedAndQualifiedAnnotationsKeepTheirQualifiedName() {
    ModelType type =
        only(
            """
            import com.acme.locks.RequiresTable;
            class C { @RequiresTable("t") @com.acme.locks.Other(x = true) void m(); }
            """);

    assertThat(type.methods().get(0).annotations())
        .containsExactly(
            new ModelAnnotation(
                "com.acme.locks.RequiresTable", Map.of("value", "t"), "test.model", 2),
            new ModelAnnotation("com.acme.locks.Other", Map.of("x", true), "test.model", 2));
  }

  @Test
  void recordsAndAnnotationTypesAreTypes() {
    ModelFile file =
        clean("record R(int a, String b) { int a(); } @interface A { String value(); }");

    assertThat(file.types()).extracting(ModelType::qualifiedName).containsExactly("R", "A");
    assertThat(file.types().get(0).methods()).extracting(ModelMethod::name).containsExactly("a");
  }

  @Test
  void emptyTextHasNothing() {
    assertThat(clean("  // nothing\n").types()).isEmpty();
  }

  private static ModelType only(String text) {
    return clean(text).types().get(0);
  }

  private static ModelFile clean(String text) {
    ModelFile file = ModelFile.parse("test.model", text);
    assertThat(file.errors()).isEmpty();
    return file;
  }
}
