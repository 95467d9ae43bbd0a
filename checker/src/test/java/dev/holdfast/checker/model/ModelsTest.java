package dev.holdfast.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelsTest {

  @TempDir private Path folder;

  @Test
  void builtInTypeIsFound() {
    Models models = Models.builtIn();

    assertThat(models.type("java.util.concurrent.locks.StampedLock")).isPresent();
    assertThat(models.type("java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock"))
        .isPresent();
    assertThat(models.type("java.util.Map.Entry")).isPresent();
  }

  @Test
  void typeWithoutModelIsNotFound() {
    Models models = Models.builtIn();

    assertThat(models.type("com.acme.Widget")).isEmpty();
    assertThat(models.type("java.util.UUID")).isEmpty();
    assertThat(models.type("Widget")).isEmpty();
  }

  @Test
  void methodIsFoundByItsErasedParameters() {
    Models models = Models.builtIn();

    assertThat(
            models.find("java.util.concurrent.locks.Lock", "tryLock", List.of("long", "TimeUnit")))
        .hasValueSatisfying(
            method ->
                assertThat(method.annotations())
                    .extracting(ModelAnnotation::name)
                    .containsExactly("AcquiresIf"));
    assertThat(models.find("java.util.concurrent.locks.Lock", "tryLock", List.of("long")))
        .isEmpty();
    assertThat(models.find("java.util.UUID", "toString", List.of())).isEmpty();
  }

  @Test
  void constructorIsFound() {
    assertThat(
            Models.builtIn()
                .find(
                    "com.google.common.util.concurrent.Monitor.Guard",
                    ModelMethod.CONSTRUCTOR,
                    List.of("Monitor")))
        .isPresent();
  }

  @Test
  void userFileAddsTypes() throws IOException {
    Models models = load("package com.acme; class Mutex { @Acquires(\"this\") void grab(); }");

    assertThat(models.errors()).isEmpty();
    assertThat(models.find("com.acme.Mutex", "grab", List.of())).isPresent();
    assertThat(models.type("java.util.Map")).isPresent();
  }

  @Test
  void userFileReplacesMethodsAndAddsOthersOfABuiltInType() throws IOException {
    Models models =
        load(
            """
            package java.util.concurrent.locks;
            @DefinesLock(name = "this", reentrant = false)
            interface Lock { void lock(); void grab(); }
            """);

    assertThat(
            models.find("java.util.concurrent.locks.Lock", "lock", List.of()).get().annotations())
        .isEmpty();
    assertThat(models.find("java.util.concurrent.locks.Lock", "grab", List.of())).isPresent();
    assertThat(models.find("java.util.concurrent.locks.Lock", "unlock", List.of())).isPresent();
    assertThat(models.type("java.util.concurrent.locks.Lock").get().annotations())
        .extracting(annotation -> annotation.flag("reentrant", true))
        .containsExactly(false);
  }

  @Test
  void laterUserFileGoesBeforeAnEarlierOne() throws IOException {
    Path first = write("first.model", "class C { @Acquires(\"a\") void m(); void n(); }");
    Path second = write("second.model", "class C { @Acquires(\"b\") void m(); }");

    Models models = Models.load(List.of(first, second));

    assertThat(models.find("C", "m", List.of()).get().annotations().get(0).strings("value"))
        .containsExactly("b");
    assertThat(models.find("C", "n", List.of())).isPresent();
  }

  @Test
  void errorOfAUserFileIsKnownAtOnceAndTheRestIsUsed() throws IOException {
    Path file = write("own.model", "class C { @Aquires(\"a\") void m(); void n(); }");

    Models models = Models.load(List.of(file));

    assertThat(models.errors())
        .extracting(ModelError::toString)
        .containsExactly(
            file + ":1:11: unknown annotation '@Aquires'; import it, or write its qualified name");
    assertThat(models.find("C", "n", List.of())).isPresent();
  }

  @Test
  void fileThatCannotBeReadIsAnError() throws IOException {
    Path missing = folder.resolve("missing.model");
    Path binary = Files.write(folder.resolve("binary.model"), new byte[] {(byte) 0xC3, 0x28});

    Models models = Models.load(List.of(missing, binary, folder));

    assertThat(models.errors()).hasSize(3);
    assertThat(models.errors().get(0)).hasToString(missing + ": no such model file");
    assertThat(models.errors().get(1).message()).isEqualTo("the model file is no UTF-8 text");
    assertThat(models.errors().get(2).message()).contains("cannot be read");
  }

  private Models load(String text) throws IOException {
    return Models.load(List.of(write("own.model", text)));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
