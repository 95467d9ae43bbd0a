package dev.holdfast.region.model;

import static dev.holdfast.region.model.State.AT;
import static dev.holdfast.region.model.State.COUNT;
import static dev.holdfast.region.model.State.CYCLES_LEFT;
import static dev.holdfast.region.model.State.DETACHED_FOR_GOOD;
import static dev.holdfast.region.model.State.EXCLUSIVE;
import static dev.holdfast.region.model.State.FLAG;
import static dev.holdfast.region.model.State.KEY;
import static dev.holdfast.region.model.State.OWNED;
import static dev.holdfast.region.model.State.REGION_NUMBER;
import static dev.holdfast.region.model.State.SLOT;
import static dev.holdfast.region.model.State.SPACE_NUMBER;
import static dev.holdfast.region.model.State.TRIES_LEFT;
import static dev.holdfast.region.model.State.UNLOCKED;
import static dev.holdfast.region.model.State.WRITER_AT;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Visits every state that the abstract machine can reach, nearest first, and checks the invariants
 * in each. A violation comes with a shortest trace.
 */
final class Explorer {
  /**
   * What to explore.
   *
   * @param defect the planted defect, or none
   * @param readers how many readers
   * @param tries how often each tries
   * @param cycles how many write cycles there are
   * @param interruptible whether the writer's waits may be interrupted
   */
  record Bounds(Defect defect, int readers, int tries, int cycles, boolean interruptible) {}

  /**
   * What was found.
   *
   * @param states how many states there are, as far as they were visited
   * @param violation the first violation, or null
   * @param trace the steps that lead to it
   */
  record Result(int states, Violation violation, List<String> trace) {}

  private record Origin(State previous, String step) {}

  private final Bounds bounds;
  private final Reader reader;
  private final Writer writer;
  private final Map<State, Origin> visited = new HashMap<>();
  private final Deque<State> frontier = new ArrayDeque<>();

  private Explorer(Bounds bounds) {
    this.bounds = bounds;
    this.reader = new Reader(bounds.defect());
    this.writer = new Writer(bounds.defect(), bounds.interruptible());
  }

  static Result explore(Bounds bounds) {
    return new Explorer(bounds).run();
  }

  private Result run() {
    State initial = initial();
    visited.put(initial.standard(), new Origin(null, "start"));
    frontier.add(initial.standard());
    while (!frontier.isEmpty()) {
      State state = frontier.remove();
      try {
        expand(state);
      } catch (Failed failed) {
        return new Result(visited.size(), failed.violation, trace(state, failed.step));
      }
    }
    return new Result(visited.size(), null, List.of());
  }

  private State initial() {
    State state = new State(bounds.readers());
    state.set(COUNT, 1);
    /* With a narrow number, the region's is one round old: written in the cycle of the same number. */
    state.set(REGION_NUMBER, bounds.defect() == Defect.NARROW_SEQUENCE ? 1 : UNLOCKED);
    state.set(CYCLES_LEFT, bounds.cycles());
    for (int i = 0; i < bounds.readers(); i++) {
      state.setReader(i, TRIES_LEFT, bounds.tries());
    }
    return state;
  }

  private void expand(State state) throws Failed {
    boolean moved = false;
    for (int i = 0; i < bounds.readers(); i++) {
      State next = state.copy();
      String words;
      try {
        words = reader.step(next, i);
      } catch (Violation v) {
        throw new Failed(v, "reader reads the second field");
      }
      if (words != null) {
        moved = true;
        visit(state, "reader " + words, next);
      }
    }
    for (Writer.Step step : writer.steps(state)) {
      moved = true;
      visit(state, "writer " + step.words(), step.next());
    }
    if (!moved) {
      try {
        checkQuiescent(state);
      } catch (Violation v) {
        throw new Failed(v, "nobody can move");
      }
    }
  }

  private void visit(State from, String words, State next) throws Failed {
    State standard = next.standard();
    if (visited.putIfAbsent(standard, new Origin(from, words)) != null) {
      return;
    }
    try {
      check(from, standard);
    } catch (Violation v) {
      throw new Failed(v, words);
    }
    frontier.add(standard);
  }

  private static void check(State from, State s) {
    int count = s.get(COUNT);
    require(count >= 0 && count < 2 * FLAG, "I2", "the count is " + count);
    boolean cycle = Writer.isInCycle(s);
    require((s.get(SPACE_NUMBER) % 2 != 0) == cycle, "I5", "parity does not tell the mmap lock");
    if (s.get(REGION_NUMBER) == s.get(SPACE_NUMBER)) {
      require(cycle, "I4", "the region looks write-locked, and nobody holds the mmap lock");
    }
    if (from.flagged() && s.flagged()) {
      require(count <= from.get(COUNT), "I6", "a pin was added though the flag is set");
    }
    require(!s.flagged() || cycle, "I7", "the flag is set, and nobody holds the mmap lock");
    int exclusive = s.get(EXCLUSIVE);
    require(exclusive == 0 || exclusive == 1, "I9", "exclusions and their ends do not match");
    for (int i = 0; i < s.readers(); i++) {
      int at = s.reader(i, AT);
      if (Reader.isIn(at)) {
        require(s.get(OWNED) == 0, "I1", "a reader is in while the writer owns the region");
        require(s.get(KEY) == 0, "I11", "a reader is in a region of another range");
      }
      if (s.get(DETACHED_FOR_GOOD) == 1) {
        require(!Reader.hasPin(at), "I3", "a reader has a detached region pinned");
      }
    }
  }

  private void checkQuiescent(State s) {
    boolean done = s.get(WRITER_AT) == Writer.IDLE && s.get(CYCLES_LEFT) == 0;
    require(done, "I10", "the writer sleeps and nobody will wake it");
    int count = s.get(COUNT);
    require(count == 0 || count == 1, "I8", "all is quiet, and the count is " + count);
    require(s.get(SLOT) == 0, "I8", "all is quiet, and a waiter is registered");
  }

  private static void require(boolean condition, String invariant, String message) {
    if (!condition) {
      throw new Violation(invariant, message);
    }
  }

  private List<String> trace(State last, String step) {
    List<String> steps = new ArrayList<>();
    steps.add(step);
    State state = last;
    Origin origin = visited.get(state);
    while (origin.previous() != null) {
      steps.add(origin.step());
      origin = visited.get(origin.previous());
    }
    Collections.reverse(steps);
    return steps;
  }

  /** A violation, with the step that led to it. */
  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;
    private final String step;

    Failed(Violation violation, String step) {
      this.violation = violation;
      this.step = step;
    }
  }
}
