package dev.holdfast.region.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Runs a few threads of a few steps in every order, and finds accesses to a field that no
 * happens-before edge puts in order, by the rules of the Java memory model. An order in which
 * nothing went wrong still shows the missing edge.
 */
final class HappensBefore {
  /** Something that a thread does. */
  sealed interface Step {}

  /** Reads or writes a plain field. */
  record Field(int field, boolean write) implements Step {}

  /** Loads a shared variable; possible only once it has a value of that kind. */
  record Await(int variable, Access access, IntPredicate value) implements Step {}

  /** Stores to a shared variable. */
  record Store(int variable, Access access, int value) implements Step {}

  /** Adds to a shared variable in one step; possible only while it has a value of that kind. */
  record Add(int variable, Access access, int amount, IntPredicate value) implements Step {}

  private static final int VARIABLES = 4;
  private static final int FIELDS = 2;

  private final List<List<Step>> threads;
  private final int[] initial;

  private HappensBefore(int[] initial, List<List<Step>> threads) {
    this.initial = initial;
    this.threads = threads;
  }

  /** Whether some order of the threads' steps has a race. */
  static boolean races(int[] initial, List<List<Step>> threads) {
    HappensBefore machine = new HappensBefore(initial, threads);
    return machine.explore(machine.new Memory());
  }

  private boolean explore(Memory memory) {
    for (int thread = 0; thread < threads.size(); thread++) {
      if (memory.isDone(thread) || !memory.isEnabled(thread)) {
        continue;
      }
      Memory next = new Memory(memory);
      if (next.run(thread) || explore(next)) {
        return true;
      }
    }
    return false;
  }

  /** Values, and a clock for each thread, variable and field. */
  private final class Memory {
    private final int[] at;
    private final int[] values;
    private final int[][] clocks;
    private final int[][] released;
    private final int[][] reads;
    private final int[][] writes;

    Memory() {
      int n = threads.size();
      at = new int[n];
      values = Arrays.copyOf(initial, VARIABLES);
      clocks = new int[n][n];
      released = new int[VARIABLES][n];
      reads = new int[FIELDS][n];
      writes = new int[FIELDS][n];
      for (int thread = 0; thread < n; thread++) {
        clocks[thread][thread] = 1;
      }
    }

    Memory(Memory other) {
      at = other.at.clone();
      values = other.values.clone();
      clocks = copy(other.clocks);
      released = copy(other.released);
      reads = copy(other.reads);
      writes = copy(other.writes);
    }

    boolean isDone(int thread) {
      return at[thread] == threads.get(thread).size();
    }

    private Step step(int thread) {
      return threads.get(thread).get(at[thread]);
    }

    boolean isEnabled(int thread) {
      Step step = step(thread);
      if (step instanceof Await await) {
        return await.value().test(values[await.variable()]);
      }
      return !(step instanceof Add add) || add.value().test(values[add.variable()]);
    }

    /** Makes a thread's next step; true if it races with an earlier one. */
    boolean run(int thread) {
      Step step = step(thread);
      at[thread]++;
      clocks[thread][thread]++;
      if (step instanceof Field field) {
        return touch(thread, field);
      }
      if (step instanceof Await await) {
        acquire(thread, await.variable(), await.access());
      } else if (step instanceof Store store) {
        release(thread, store.variable(), store.access());
        values[store.variable()] = store.value();
      } else if (step instanceof Add add) {
        acquire(thread, add.variable(), add.access());
        release(thread, add.variable(), add.access());
        values[add.variable()] += add.amount();
      }
      return false;
    }

    private void acquire(int thread, int variable, Access access) {
      if (access.acquires()) {
        for (int i = 0; i < clocks.length; i++) {
          clocks[thread][i] = Math.max(clocks[thread][i], released[variable][i]);
        }
      }
    }

    /** A store that releases nothing hides what was released through the variable before. */
    private void release(int thread, int variable, Access access) {
      released[variable] = access.releases() ? clocks[thread].clone() : new int[clocks.length];
    }

    private boolean touch(int thread, Field field) {
      int[] mine = clocks[thread];
      boolean race = !covers(mine, writes[field.field()]);
      if (field.write()) {
        race |= !covers(mine, reads[field.field()]);
        writes[field.field()][thread] = mine[thread];
      } else {
        reads[field.field()][thread] = mine[thread];
      }
      return race;
    }

    private static boolean covers(int[] clock, int[] earlier) {
      for (int i = 0; i < clock.length; i++) {
        if (earlier[i] > clock[i]) {
          return false;
        }
      }
      return true;
    }

    private static int[][] copy(int[][] clocks) {
      int[][] copy = new int[clocks.length][];
      for (int i = 0; i < clocks.length; i++) {
        copy[i] = clocks[i].clone();
      }
      return copy;
    }
  }
}
