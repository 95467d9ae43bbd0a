package dev.holdfast.checker.contract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a call does to its receiver or an argument beside locking, under its annotation's name. */
enum Trait {
  RUNS_INLINE("RunsInline"),
  DEFERRED("Deferred"),
  RUNS_DEFERRED("RunsDeferred"),
  MUTATES("Mutates"),
  VIEW("View"),
  EACH("Each"),
  COPY("Copy"),
  KEEPS("Keeps"),
  PUBLISHES("Publishes"),
  PARALLEL("Parallel"),
  NON_NULL("NonNull"),
  NEVER_THROWS("NeverThrows"),
  RELEASES_ALL("ReleasesAll");

  private static final Map<String, Trait> BY_NAME = new HashMap<>();

  static {
    Arrays.stream(values()).forEach(each -> BY_NAME.put(each.annotation, each));
  }

  private final String annotation;

  Trait(String annotation) {
    this.annotation = annotation;
  }

  /** The one that an annotation of that name stands for; null if there is none. */
  static Trait of(String annotation) {
    return BY_NAME.get(annotation);
  }
}
