package dev.holdfast.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LockModelsTest {

  private static final String LOCKS = "java.util.concurrent.locks.";

  /** What tells nothing about the locks that this thread holds, and cannot be mistaken for it. */
  private static final Set<String> NOT_MODELLED =
      Set.of("toString", "hasQueuedThread", "setCurrentBlocker", "getBlocker");

  private final Models models = Models.builtIn();

  @ParameterizedTest
  @ValueSource(
      classes = {
        Lock.class,
        Condition.class,
        ReadWriteLock.class,
        ReentrantLock.class,
        ReentrantReadWriteLock.class,
        ReentrantReadWriteLock.ReadLock.class,
        ReentrantReadWriteLock.WriteLock.class,
        StampedLock.class,
        LockSupport.class,
      })
  void everyMethodOfALockClassHasAModel(Class<?> type) {
    assertThat(type.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filteredOn(method -> !NOT_MODELLED.contains(method.getName()))
        .isNotEmpty()
        .allSatisfy(method -> assertThat(isModelled(type, method)).as("%s", method).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "Lock, this, true, false",
    "ReadWriteLock, this, true, true",
    "ReentrantLock, this, true, false",
    "ReentrantReadWriteLock, this, true, true",
    "ReentrantReadWriteLock.ReadLock, this, true, false",
    "ReentrantReadWriteLock.WriteLock, this, true, false",
    "StampedLock, this, false, true",
  })
  void lockIsDefined(String type, String name, boolean reentrant, boolean shared) {
    ModelAnnotation definition = models.type(LOCKS + type).get().annotations().get(0);

    assertThat(definition.name()).isEqualTo("DefinesLock");
    assertThat(definition.string("name", "")).isEqualTo(name);
    assertThat(definition.flag("reentrant", false)).isEqualTo(reentrant);
    assertThat(definition.flag("shared", true)).isEqualTo(shared);
  }

  @Test
  void onlyTheSinglePermitOfASemaphoreIsALock() {
    ModelType semaphore = models.type(Semaphore.class.getName()).get();

    assertThat(semaphore.annotations())
        .extracting(ModelAnnotation::name)
        .contains("OnlyWhereNamed");
    assertThat(semaphore.methods())
        .noneSatisfy(method -> assertThat(method.parameterTypes()).contains("int"));
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.concurrent.locks.Lock, lock, true",
    "java.util.concurrent.locks.Lock, lockInterruptibly, false",
    "java.util.concurrent.locks.Lock, tryLock, true",
    "java.util.concurrent.locks.Lock, unlock, true",
    "java.util.concurrent.locks.StampedLock, readLock, true",
    "java.util.concurrent.locks.StampedLock, readLockInterruptibly, false",
    "java.util.concurrent.locks.Condition, await, false",
  })
  void onlyWhatWaitsInterruptiblyMayThrow(String type, String method, boolean never) {
    assertThat(models.find(type, method, List.of()).get().annotations())
        .extracting(ModelAnnotation::name)
        .matches(names -> names.contains("NeverThrows") == never);
  }

  private boolean isModelled(Class<?> type, Method method) {
    List<String> parameters =
        Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
    return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
        .anyMatch(
            declaring ->
                models
                    .find(declaring.getCanonicalName(), method.getName(), parameters)
                    .isPresent());
  }
}
