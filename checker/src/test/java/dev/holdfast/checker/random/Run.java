package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Judge.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One way in which a program about the elements of arrays runs: how long they are, and how each
 * choice turns out that the program does not make.
 */
final class Run {
  /** What a program does wrong: first on some path, and on any. */
  record Answer(Set<Kind> first, Set<Kind> all) {}

  /** How control leaves a step otherwise than by its end. */
  enum Exit {
    BREAK,
    RETURN,
    THROW,
    /** The path is not looked at any further. */
    LOST
  }

  /** Leaves a step. */
  static final class Jump extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final Exit exit;

    Jump(Exit exit) {
      super(null, null, false, false);
      this.exit = exit;
    }
  }

  private static final int LONGEST = 3;
  private static final int MOST_STEPS = 50;

  final int length;
  private final boolean elementsThrow;
  private final List<Boolean> choices;
  private int chosen;
  private int steps;
  private Kind first;
  private final Set<Kind> all = EnumSet.noneOf(Kind.class);
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, int[]> holds = new HashMap<>();

  private Run(int length, int number, boolean elementsThrow, List<Boolean> choices) {
    this.length = length;
    this.elementsThrow = elementsThrow;
    this.choices = choices;
    set("k", number);
  }

  /**
   * What is wrong with a program, whatever the lengths of its arrays and the number {@code k}.
   *
   * @param elementsThrow whether each use of an element may throw: it is null, or there is none;
   *     otherwise a path is lost where there is none
   */
  static Answer ask(Consumer<Run> program, boolean elementsThrow) {
    Set<Kind> first = EnumSet.noneOf(Kind.class);
    Set<Kind> all = EnumSet.noneOf(Kind.class);
    for (int length = 0; length <= LONGEST; length++) {
      for (int number = -1; number <= LONGEST + 1; number++) {
        List<Boolean> choices = new ArrayList<>();
        do {
          Run run = new Run(length, number, elementsThrow, choices);
          run.whole(program);
          all.addAll(run.all);
          if (run.first != null) {
            first.add(run.first);
          }
        } while (isNext(choices));
      }
    }
    return new Answer(first, all);
  }

  /** Turns to the next choices; there are none if all were true. */
  private static boolean isNext(List<Boolean> choices) {
    while (!choices.isEmpty() && choices.get(choices.size() - 1)) {
      choices.remove(choices.size() - 1);
    }
    if (choices.isEmpty()) {
      return false;
    }
    choices.set(choices.size() - 1, true);
    return true;
  }

  private void whole(Consumer<Run> program) {
    Exit exit = Exit.RETURN;
    try {
      program.accept(this);
    } catch (Jump jump) {
      exit = jump.exit;
    }
    boolean held = holds.values().stream().flatMapToInt(Arrays::stream).anyMatch(n -> n > 0);
    if (held && exit != Exit.LOST) {
      wrong(exit == Exit.THROW ? Kind.LEAK_ON_THROW : Kind.LEAK);
    }
  }

  private void wrong(Kind kind) {
    first = first == null ? kind : first;
    all.add(kind);
  }

  /** Anything may be the case. */
  boolean choose() {
    if (chosen == choices.size()) {
      choices.add(false);
    }
    return choices.get(chosen++);
  }

  /** Something unknown happens. */
  void call() {
    if (choose()) {
      throw new Jump(Exit.THROW);
    }
  }

  /** A step of a loop. */
  void turn() {
    if (++steps > MOST_STEPS) {
      throw new Jump(Exit.LOST);
    }
  }

  int get(String local) {
    return numbers.get(local);
  }

  void set(String local, int value) {
    numbers.put(local, value);
  }

  void lock(String container, int index) {
    holds(container, index)[index]++;
  }

  void unlock(String container, int index) {
    int[] held = holds(container, index);
    if (held[index] == 0) {
      wrong(Kind.RELEASE);
    } else {
      held[index]--;
    }
  }

  void access(String container, int index) {
    if (holds(container, index)[index] == 0) {
      wrong(Kind.ACCESS);
    }
  }

  boolean tryLock(String container, int index) {
    int[] held = holds(container, index);
    boolean free = choose();
    held[index] += free ? 1 : 0;
    return free;
  }

  private int[] holds(String container, int index) {
    if (index < 0 || index >= length) {
      throw new Jump(elementsThrow ? Exit.THROW : Exit.LOST);
    }
    if (elementsThrow) {
      call();
    }
    return holds.computeIfAbsent(container, key -> new int[length]);
  }
}
