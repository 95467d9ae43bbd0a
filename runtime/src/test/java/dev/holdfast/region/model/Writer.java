package dev.holdfast.region.model;

import static dev.holdfast.region.model.State.COUNT;
import static dev.holdfast.region.model.State.CYCLES_LEFT;
import static dev.holdfast.region.model.State.DETACHED_FOR_GOOD;
import static dev.holdfast.region.model.State.EXCLUSIVE;
import static dev.holdfast.region.model.State.FIELD_A;
import static dev.holdfast.region.model.State.FIELD_B;
import static dev.holdfast.region.model.State.FLAG;
import static dev.holdfast.region.model.State.KEY;
import static dev.holdfast.region.model.State.KIND;
import static dev.holdfast.region.model.State.OWNED;
import static dev.holdfast.region.model.State.REGION_NUMBER;
import static dev.holdfast.region.model.State.ROUND;
import static dev.holdfast.region.model.State.SLOT;
import static dev.holdfast.region.model.State.SPACE_NUMBER;
import static dev.holdfast.region.model.State.TOKEN;
import static dev.holdfast.region.model.State.UNLOCKED;
import static dev.holdfast.region.model.State.VERSION;
import static dev.holdfast.region.model.State.WRITER_AT;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps of the writer. In each cycle it does one of these:
 *
 * <ul>
 *   <li>write-lock the region and change its fields;
 *   <li>the same twice, with an explicit end of the write lock between;
 *   <li>write-lock, detach, recycle for another range or back, and attach again.
 * </ul>
 */
final class Writer {
  static final int IDLE = 0;
  static final int START = 1;
  static final int TAKE_SLOT = 2;
  static final int LOOK = 3;
  static final int SLEEP = 4;
  static final int STORE = 5;
  static final int CLEAR = 6;
  static final int MODIFY_A = 7;
  static final int MODIFY_B = 8;
  static final int NEXT = 9;
  static final int END = 10;
  static final int UNPUBLISH = 11;
  static final int DETACH_FLAG = 12;
  static final int DETACH_SLOT = 13;
  static final int DETACH_LOOK = 14;
  static final int DETACH_SLEEP = 15;
  static final int DETACH_CLEAR = 16;
  static final int RECYCLE = 17;
  static final int RECYCLE_A = 18;
  static final int RECYCLE_B = 19;
  static final int ATTACH = 20;
  static final int LATE_STORE = 21;

  private static final int MODIFY = 0;
  private static final int MODIFY_TWICE = 1;
  private static final int REPLACE = 2;

  private final Defect defect;
  private final boolean interruptible;

  Writer(Defect defect, boolean interruptible) {
    this.defect = defect;
    this.interruptible = interruptible;
  }

  /** A step, and the state after it. */
  record Step(String words, State next) {}

  static boolean isInCycle(State s) {
    return s.get(WRITER_AT) != IDLE && s.get(WRITER_AT) != LATE_STORE;
  }

  /** Every step that the writer can make in a state. */
  List<Step> steps(State s) {
    List<Step> steps = new ArrayList<>();
    switch (s.get(WRITER_AT)) {
      case IDLE -> begin(s, steps);
      case SLEEP -> {
        interrupt(s, steps);
        sleep(s, LOOK, steps);
      }
      case DETACH_SLEEP -> sleep(s, DETACH_LOOK, steps);
      default -> {
        State next = s.copy();
        steps.add(new Step(step(next), next));
      }
    }
    return steps;
  }

  private void begin(State s, List<Step> steps) {
    if (s.get(CYCLES_LEFT) == 0) {
      return;
    }
    for (int kind : new int[] {MODIFY, MODIFY_TWICE, REPLACE}) {
      State next = s.copy();
      next.add(CYCLES_LEFT, -1);
      next.set(KIND, kind);
      next.set(ROUND, 0);
      move(next);
      next.set(WRITER_AT, START);
      steps.add(new Step("takes the mmap lock for writing", next));
    }
    if (interruptible) {
      State next = s.copy();
      next.add(CYCLES_LEFT, -1);
      if (defect == Defect.INCREMENT_ON_FAILURE) {
        move(next);
      }
      steps.add(new Step("is interrupted while it waits for the mmap lock", next));
    }
  }

  private void interrupt(State s, List<Step> steps) {
    if (!interruptible) {
      return;
    }
    State next = s.copy();
    if (defect != Defect.NO_UNDO) {
      next.add(COUNT, -FLAG);
      next.add(EXCLUSIVE, -1);
    }
    next.set(SLOT, 0);
    next.set(TOKEN, 0);
    next.set(WRITER_AT, END);
    steps.add(new Step("is interrupted and lets readers in again", next));
  }

  private static void sleep(State s, int then, List<Step> steps) {
    if (s.get(TOKEN) == 0) {
      return;
    }
    State next = s.copy();
    next.set(TOKEN, 0);
    next.set(WRITER_AT, then);
    steps.add(new Step("wakes up", next));
  }

  private String step(State s) {
    return switch (s.get(WRITER_AT)) {
      case START -> start(s);
      case TAKE_SLOT -> takeSlot(s, LOOK);
      case LOOK -> look(s, FLAG + 1, SLEEP, STORE);
      case STORE -> store(s);
      case CLEAR -> clear(s);
      case MODIFY_A -> modify(s, FIELD_A, MODIFY_B);
      case MODIFY_B -> modifyB(s);
      case NEXT -> next(s);
      case UNPUBLISH -> unpublish(s);
      case DETACH_FLAG -> detachFlag(s);
      case DETACH_SLOT -> takeSlot(s, DETACH_LOOK);
      case DETACH_LOOK -> look(s, detachTarget(), DETACH_SLEEP, DETACH_CLEAR);
      case DETACH_CLEAR -> detachClear(s);
      case RECYCLE -> recycle(s);
      case RECYCLE_A -> modify(s, FIELD_A, RECYCLE_B);
      case RECYCLE_B -> modify(s, FIELD_B, ATTACH);
      case ATTACH -> attach(s);
      case END -> end(s);
      case LATE_STORE -> lateStore(s);
      default -> throw new IllegalStateException("the writer is nowhere");
    };
  }

  private String start(State s) {
    boolean trusts = defect == Defect.STALE_EARLY_RETURN && s.get(ROUND) > 0;
    if (s.get(REGION_NUMBER) == s.get(SPACE_NUMBER) || trusts) {
      own(s);
      return "finds the region write-locked by itself";
    }
    if (s.get(COUNT) == 0 || defect == Defect.NO_EXCLUSION) {
      s.set(WRITER_AT, STORE);
      return "has nobody to exclude";
    }
    s.add(COUNT, FLAG);
    s.add(EXCLUSIVE, 1);
    s.set(WRITER_AT, afterFlag());
    return "sets the flag";
  }

  private int afterFlag() {
    return switch (defect) {
      case NO_WAIT -> STORE;
      case SLOT_AFTER_CHECK -> LOOK;
      default -> TAKE_SLOT;
    };
  }

  private String takeSlot(State s, int then) {
    s.set(SLOT, 1);
    boolean late = defect == Defect.SLOT_AFTER_CHECK;
    s.set(WRITER_AT, late ? then + 1 : then);
    return "takes the waiter slot";
  }

  private String look(State s, int target, int otherwise, int then) {
    if (s.get(COUNT) == target) {
      s.set(SLOT, 0);
      s.set(TOKEN, 0);
      s.set(WRITER_AT, defect == Defect.NUMBER_AFTER_FLAG && then == STORE ? CLEAR : then);
      return "finds the last reader gone";
    }
    boolean unannounced = defect == Defect.SLOT_AFTER_CHECK && s.get(SLOT) == 0;
    s.set(WRITER_AT, unannounced ? otherwise - 2 : otherwise);
    return "finds readers left";
  }

  private String store(State s) {
    s.set(REGION_NUMBER, s.get(SPACE_NUMBER));
    if (defect == Defect.NUMBER_AFTER_FLAG || s.get(EXCLUSIVE) == 0) {
      own(s);
    } else {
      s.set(WRITER_AT, CLEAR);
    }
    return "stores its number in the region";
  }

  private String clear(State s) {
    s.add(COUNT, -FLAG);
    s.add(EXCLUSIVE, -1);
    if (defect == Defect.NUMBER_AFTER_FLAG) {
      s.set(WRITER_AT, STORE);
    } else {
      own(s);
    }
    return "removes the flag";
  }

  private static void own(State s) {
    s.set(OWNED, 1);
    s.add(VERSION, 1);
    s.set(WRITER_AT, s.get(KIND) == REPLACE ? UNPUBLISH : MODIFY_A);
  }

  private static String modify(State s, int field, int then) {
    s.set(field, s.get(VERSION));
    s.set(WRITER_AT, then);
    return field == FIELD_A ? "writes the first field" : "writes the second field";
  }

  private String modifyB(State s) {
    if (defect == Defect.STORE_AFTER_END) {
      s.set(WRITER_AT, NEXT);
      return "delays the store of the second field";
    }
    return modify(s, FIELD_B, NEXT);
  }

  private String next(State s) {
    if (s.get(KIND) == MODIFY || s.get(ROUND) == 1) {
      s.set(WRITER_AT, END);
      return "has changed the region";
    }
    s.set(ROUND, 1);
    s.set(OWNED, 0);
    s.set(REGION_NUMBER, defect == Defect.EVEN_SENTINEL ? 2 : UNLOCKED);
    s.set(WRITER_AT, START);
    return "ends the region's write lock alone";
  }

  private String unpublish(State s) {
    s.add(COUNT, -1);
    boolean done = s.get(COUNT) == 0 || defect == Defect.DETACH_WITHOUT_WAIT;
    detached(s, done);
    if (!done) {
      s.set(WRITER_AT, DETACH_FLAG);
    }
    return "drops the attach reference";
  }

  private String detachFlag(State s) {
    if (s.get(COUNT) == 0) {
      detached(s, true);
      return "finds the last reader gone";
    }
    s.add(COUNT, FLAG);
    s.add(EXCLUSIVE, 1);
    s.set(WRITER_AT, defect == Defect.SLOT_AFTER_CHECK ? DETACH_LOOK : DETACH_SLOT);
    return "sets the flag to detach";
  }

  private int detachTarget() {
    return defect == Defect.DETACH_TARGET_OFF_BY_ONE ? FLAG + 1 : FLAG;
  }

  private static String detachClear(State s) {
    s.add(COUNT, -FLAG);
    s.add(EXCLUSIVE, -1);
    detached(s, true);
    return "removes the flag";
  }

  private static void detached(State s, boolean done) {
    if (done) {
      s.set(DETACHED_FOR_GOOD, 1);
      s.set(WRITER_AT, RECYCLE);
    }
  }

  private static String recycle(State s) {
    s.set(KEY, 1 - s.get(KEY));
    s.set(WRITER_AT, RECYCLE_A);
    return "gives the region another range";
  }

  private static String attach(State s) {
    s.set(COUNT, 1);
    s.set(DETACHED_FOR_GOOD, 0);
    s.set(WRITER_AT, END);
    return "attaches the region";
  }

  private String end(State s) {
    if (defect != Defect.NO_BULK_RELEASE) {
      move(s);
    }
    boolean late = defect == Defect.STORE_AFTER_END && s.get(OWNED) == 1;
    s.set(OWNED, 0);
    s.set(WRITER_AT, late ? LATE_STORE : IDLE);
    return "ends the cycle and releases the mmap lock";
  }

  private static String lateStore(State s) {
    s.set(FIELD_B, s.get(VERSION));
    s.set(WRITER_AT, IDLE);
    return "stores the second field at last";
  }

  private void move(State s) {
    int next = s.get(SPACE_NUMBER) + 1;
    s.set(SPACE_NUMBER, defect == Defect.NARROW_SEQUENCE ? next % 4 : next);
  }
}
