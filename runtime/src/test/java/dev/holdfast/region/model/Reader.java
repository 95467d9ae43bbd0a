package dev.holdfast.region.model;

import static dev.holdfast.region.model.State.AT;
import static dev.holdfast.region.model.State.COUNT;
import static dev.holdfast.region.model.State.FIELD_A;
import static dev.holdfast.region.model.State.FIELD_B;
import static dev.holdfast.region.model.State.FLAG;
import static dev.holdfast.region.model.State.KEY;
import static dev.holdfast.region.model.State.LOADED;
import static dev.holdfast.region.model.State.REGION_NUMBER;
import static dev.holdfast.region.model.State.SEEN_A;
import static dev.holdfast.region.model.State.SLOT;
import static dev.holdfast.region.model.State.SPACE_NUMBER;
import static dev.holdfast.region.model.State.TOKEN;
import static dev.holdfast.region.model.State.TRIES_LEFT;

/**
 * The steps of a reader: each touches one shared variable, so any other thread's step can come
 * between two.
 */
final class Reader {
  static final int IDLE = 0;
  static final int HINT = 1;
  static final int PIN = 2;
  static final int LOAD_NUMBER = 3;
  static final int CHECK = 4;
  static final int CHECK_KEY = 5;
  static final int READ_A = 6;
  static final int READ_B = 7;
  static final int PUT = 8;
  static final int BACK_OUT = 9;
  static final int WAKE = 10;
  static final int EARLY_CHECK = 11;
  static final int EARLY_KEY = 12;
  static final int EARLY_READ = 13;

  private final Defect defect;

  Reader(Defect defect) {
    this.defect = defect;
  }

  /** Whether the reader is past its last check and has not left yet. */
  static boolean isIn(int at) {
    return at == READ_A || at == READ_B || at == PUT;
  }

  /** Whether the reader has the region pinned, hopelessly or not. */
  static boolean hasPin(int at) {
    return isIn(at)
        || at == LOAD_NUMBER
        || at == CHECK
        || at == CHECK_KEY
        || at == BACK_OUT
        || at == EARLY_READ;
  }

  /** Makes the next step of a reader, if it has one. The result says what it did, or is null. */
  String step(State s, int reader) {
    return switch (s.reader(reader, AT)) {
      case IDLE -> begin(s, reader);
      case HINT -> hint(s, reader);
      case PIN -> pin(s, reader);
      case EARLY_CHECK -> earlyCheck(s, reader);
      case EARLY_KEY -> earlyKey(s, reader);
      case EARLY_READ -> earlyRead(s, reader);
      case LOAD_NUMBER -> loadNumber(s, reader);
      case CHECK -> check(s, reader);
      case CHECK_KEY -> checkKey(s, reader);
      case READ_A -> readA(s, reader);
      case READ_B -> readB(s, reader);
      case PUT, BACK_OUT -> put(s, reader);
      case WAKE -> wake(s, reader);
      default -> throw new IllegalStateException("a reader is nowhere");
    };
  }

  private String begin(State s, int reader) {
    if (s.reader(reader, TRIES_LEFT) == 0) {
      return null;
    }
    s.setReader(reader, TRIES_LEFT, s.reader(reader, TRIES_LEFT) - 1);
    s.setReader(reader, LOADED, s.get(REGION_NUMBER));
    go(s, reader, HINT);
    return "loads the region's number as a hint";
  }

  private String hint(State s, int reader) {
    boolean locked = s.reader(reader, LOADED) == s.get(SPACE_NUMBER);
    if (defect == Defect.NO_MAIN_CHECK) {
      locked = false;
    }
    go(s, reader, locked ? IDLE : next(defect));
    return locked ? "gives up at the hint" : "passes the hint";
  }

  private static int next(Defect defect) {
    return switch (defect) {
      case CHECK_BEFORE_PIN -> EARLY_CHECK;
      case KEY_BEFORE_PIN -> EARLY_KEY;
      default -> PIN;
    };
  }

  private String earlyCheck(State s, int reader) {
    boolean locked = s.get(REGION_NUMBER) == s.get(SPACE_NUMBER);
    go(s, reader, locked ? IDLE : PIN);
    return locked ? "finds the region write-locked" : "compares numbers before the pin";
  }

  private String earlyKey(State s, int reader) {
    go(s, reader, s.get(KEY) == 0 ? PIN : IDLE);
    return "checks the range before the pin";
  }

  private String pin(State s, int reader) {
    int count = s.get(COUNT);
    if (count == 0 || s.flagged()) {
      go(s, reader, IDLE);
      return count == 0 ? "finds the region detached" : "finds readers excluded";
    }
    s.set(COUNT, count + 1);
    switch (defect) {
      case CHECK_BEFORE_PIN, NO_MAIN_CHECK -> go(s, reader, CHECK_KEY);
      case READ_BEFORE_CHECK -> go(s, reader, EARLY_READ);
      default -> go(s, reader, LOAD_NUMBER);
    }
    return "pins";
  }

  private String earlyRead(State s, int reader) {
    s.setReader(reader, SEEN_A, s.get(FIELD_A));
    go(s, reader, LOAD_NUMBER);
    return "reads the first field before it compares";
  }

  private String loadNumber(State s, int reader) {
    s.setReader(reader, LOADED, s.get(REGION_NUMBER));
    go(s, reader, CHECK);
    return "loads the region's number";
  }

  private String check(State s, int reader) {
    boolean locked = s.reader(reader, LOADED) == s.get(SPACE_NUMBER);
    s.setReader(reader, LOADED, 0);
    go(s, reader, locked ? BACK_OUT : CHECK_KEY);
    return locked ? "finds the region write-locked" : "passes the main check";
  }

  private String checkKey(State s, int reader) {
    boolean right =
        s.get(KEY) == 0 || defect == Defect.NO_KEY_CHECK || defect == Defect.KEY_BEFORE_PIN;
    int in = defect == Defect.READ_BEFORE_CHECK ? READ_B : READ_A;
    go(s, reader, right ? in : BACK_OUT);
    return right ? "is in" : "finds the wrong range";
  }

  private String readA(State s, int reader) {
    s.setReader(reader, SEEN_A, s.get(FIELD_A));
    go(s, reader, READ_B);
    return "reads the first field";
  }

  private String readB(State s, int reader) {
    if (s.reader(reader, SEEN_A) != s.get(FIELD_B)) {
      throw new Violation("I1", "a reader sees fields of two versions");
    }
    s.setReader(reader, SEEN_A, 0);
    go(s, reader, PUT);
    return "reads the second field";
  }

  private String put(State s, int reader) {
    int before = s.get(COUNT);
    s.set(COUNT, before - 1);
    int looked = defect == Defect.WAKE_ON_OLD_VALUE ? before : before - 1;
    boolean wakes = looked == FLAG + 1 || looked == FLAG && defect != Defect.WAKE_ONLY_WRITER;
    s.setReader(reader, LOADED, 0);
    s.setReader(reader, SEEN_A, 0);
    go(s, reader, wakes && defect != Defect.NO_WAKE ? WAKE : IDLE);
    return "leaves";
  }

  private String wake(State s, int reader) {
    if (s.get(SLOT) != 0) {
      s.set(TOKEN, 1);
    }
    go(s, reader, IDLE);
    return "wakes the writer";
  }

  private static void go(State s, int reader, int at) {
    s.setReader(reader, AT, at);
    if (at == IDLE) {
      s.setReader(reader, LOADED, 0);
    }
  }
}
