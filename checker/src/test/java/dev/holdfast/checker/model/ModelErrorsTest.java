package dev.holdfast.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "package ;|1:9|expected a package name, found ';'",
        "clas X {}|1:1|expected 'package', 'import' or a type, found 'clas'",
        "class X|1:8|expected '{', found end of file",
        "class p.X {|1:8|the package stands before the types: expected '{', found '.'",
        "class X {|1:10|expected '}', found end of file",
        "class X { void m() }|1:20|expected ';', found '}'",
        "class X { void m( }|1:19|expected a type, found '}'",
        "class X { void m() { } }|1:20|a model has no bodies: expected ';', found '{'",
        "class X { int a = 1; }|1:17|a model's field has no value: expected ';', found '='",
        "class X { @Acquires(\"a) void m(); }|1:21|the string is not closed",
        "class X { @Acquires(\"\\n\") void m(); }|1:22|unknown escape '\\n'; '\\\"' and '\\\\' are known",
        "class X { @Acquires({\"a\" \"b\"}) void m(); }|1:26|expected '}', found string \"b\"",
        "class X { @Acquires(=) void m(); }|1:21|expected a string, a constant, true, false or '{', found '='",
        "class X { void m(); /* }|1:21|the comment is not closed",
        "class X { void m(); # }|1:21|unexpected character '#'",
        "class X { @Aquires(\"a\") void m(); }|1:11|unknown annotation '@Aquires'; import it, or write its qualified name",
        "class X { @Acquires(vlue = \"a\") void m(); }|1:11|'@Acquires' has no element 'vlue'; it has 'idempotent', 'value'",
        "class X { @NeverThrows(\"a\") void m(); }|1:11|'@NeverThrows' has no element 'value'; it has none",
        "class X { @Acquires void m(); }|1:11|'@Acquires' needs 'value'",
        "class X { @Acquires(true) void m(); }|1:11|'value' of '@Acquires' must be a string or a list of strings",
        "class X { @AcquiresIf(value = \"a\", result = MAYBE) void m(); }|1:11|'result' of '@AcquiresIf' must be one of TRUE, FALSE, NON_NULL, NULL, NON_ZERO, ZERO",
        "class X { @AcquiresIf(value = \"a\", blocking = TRUE) void m(); }|1:11|'blocking' of '@AcquiresIf' must be true or false",
        "class X { @ConvertsTo({\"a\"}) void m(); }|1:11|'value' of '@ConvertsTo' must be a string",
        "class X { @Acquires(value = \"a\", value = \"b\") void m(); }|1:34|'value' is given twice",
        "class X { @Stamp void m(); }|1:11|'@Stamp' cannot stand on a method; it goes on a parameter",
        "@Acquires(\"a\") class X { }|1:1|'@Acquires' cannot stand on a type; it goes on a method",
        "class X { void m(int a); void m(int b); }|1:31|'m(int)' is declared twice",
        "class X<T { }|1:11|expected '>', found '{'",
        "class X { List<String m(); }|1:26|expected '>', found ';'",
      })
  void placeAndReasonAreTold(String text, String place, String message) {
    ModelFile file = ModelFile.parse("f.model", text);

    assertThat(file.errors().get(0)).hasToString("f.model:" + place + ": " + message);
  }

  @Test
  void lineAndColumnCountOnEveryKindOfLineEnd() {
    ModelFile file = ModelFile.parse("f.model", "class A {}\r\n\r  /*\n*/\t?");

    assertThat(file.errors())
        .containsExactly(
            new ModelError("f.model", 4, 4, "expected 'package', 'import' or a type, found '?'"));
  }

  @Test
  void everyErrorIsToldAndTheRestIsRead() {
    ModelFile file =
        ModelFile.parse(
            "f.model",
            """
            package p;
            class A {
              @Aquires("x") void a();
              @Acquires({"x" "y"}) void b();
              void c(;
              void d()
              void e();
              class N { void f() { if (x) {} } void g(); }
              void h();
            }
            }
            class B { void i(); }
            """);

    assertThat(file.errors()).extracting(ModelError::line).containsExactly(3, 4, 5, 7, 8, 11);
    assertThat(file.types())
        .extracting(ModelType::qualifiedName)
        .containsExactly("p.A", "p.A.N", "p.B");
    assertThat(file.types().stream().flatMap(type -> type.methods().stream()))
        .extracting(ModelMethod::name)
        .contains("a", "b", "d", "e", "f", "g", "h", "i");
  }

  @Test
  void annotationInErrorIsLeftOut() {
    ModelFile file =
        ModelFile.parse("f.model", "class A { @Aquires(\"x\") @NeverThrows void a(); }");

    assertThat(file.types().get(0).methods().get(0).annotations())
        .extracting(ModelAnnotation::name)
        .containsExactly("NeverThrows");
  }

  /** Pieces of valid text in random order: whatever they make, reading them ends. */
  @Test
  void anyTextIsReadToItsEnd() {
    String[] pieces = {
      "package",
      "p",
      ".",
      ";",
      "class",
      "X",
      "{",
      "}",
      "@Acquires",
      "(",
      ")",
      "\"a\"",
      "<",
      ">",
      "&",
      "...",
      "[",
      "]",
      "enum",
      ",",
      "@",
      "interface",
      "=",
      "/*",
      "*/",
      "\n",
      "\"",
      "throws",
      "import",
    };
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(pieces[random.nextInt(pieces.length)]).append(' ');
      }
      assertThat(ModelFile.parse("f.model", text.toString()).errors()).isNotNull();
    }
  }
}
