package dev.holdfast.checker.random;

import java.util.List;

/** A statement of a random program. Identity counts: the same words may stand in two places. */
abstract sealed class Statement {
  /** A lock that programs take by calls. */
  enum Lock {
    PLAIN("lock", "lock"),
    READ("rw.readLock()", "rw"),
    WRITE("rw.writeLock()", "rw");

    final String text;

    /** The field of which it is the lock or a view. */
    final String object;

    Lock(String text, String object) {
      this.text = text;
      this.object = object;
    }
  }

  /** An access to a guarded field, and the locks of which one has to be held. */
  enum Field {
    PLAIN("a++;", "lock"),
    READ("x += b;", "rw"),
    WRITE("b++;", "rw"),
    MONITOR("c++;", "monitor");

    final String text;
    final String lock;

    Field(String text, String lock) {
      this.text = text;
      this.lock = lock;
    }
  }

  /** What a condition asks. */
  enum Variable {
    FIRST("p0"),
    SECOND("p1"),
    FLAG("f0"),
    UNKNOWN("unknown()");

    final String text;

    Variable(String text) {
      this.text = text;
    }
  }

  /** What an exception is. */
  enum Thrown {
    ILLEGAL_STATE,
    RUNTIME,
    CHECKED,
    ERROR
  }

  /** What a handler catches. */
  enum Caught {
    ILLEGAL_STATE("IllegalStateException"),
    RUNTIME("RuntimeException"),
    ANY_EXCEPTION("Exception"),
    ANYTHING("Throwable");

    final String text;

    Caught(String text) {
      this.text = text;
    }

    boolean catches(Thrown thrown) {
      return switch (this) {
        case ILLEGAL_STATE -> thrown == Thrown.ILLEGAL_STATE;
        case RUNTIME -> thrown == Thrown.ILLEGAL_STATE || thrown == Thrown.RUNTIME;
        case ANY_EXCEPTION -> thrown != Thrown.ERROR;
        case ANYTHING -> true;
      };
    }
  }

  /** How a loop is written. */
  enum LoopKind {
    WHILE,
    DO,
    FOR
  }

  /** A condition. */
  record Condition(Variable variable, boolean negated) {}

  /** A handler. */
  record Handler(Caught caught, List<Statement> body, boolean rethrows) {}

  /** The body of a case, and whether it goes on into the next one. */
  record Case(List<Statement> body, boolean falls) {}

  static final class Acquire extends Statement {
    final Lock lock;

    Acquire(Lock lock) {
      this.lock = lock;
    }
  }

  static final class Release extends Statement {
    final Lock lock;

    Release(Lock lock) {
      this.lock = lock;
    }
  }

  static final class Access extends Statement {
    final Field field;

    Access(Field field) {
      this.field = field;
    }
  }

  /** A call of something unknown. */
  static final class Call extends Statement {
    final boolean checked;

    Call(boolean checked) {
      this.checked = checked;
    }
  }

  /** A private method without a contract, written beside its callers. */
  static final class Helper {
    final String name;
    final List<Statement> body;

    Helper(String name, List<Statement> body) {
      this.name = name;
      this.body = body;
    }
  }

  static final class CallHelper extends Statement {
    final Helper helper;

    CallHelper(Helper helper) {
      this.helper = helper;
    }
  }

  /** {@code f0 = true} or {@code false}. */
  static final class SetFlag extends Statement {
    final boolean value;

    SetFlag(boolean value) {
      this.value = value;
    }
  }

  /** {@code f0 = lock.tryLock()}. */
  static final class TryFlag extends Statement {
    final Lock lock;

    TryFlag(Lock lock) {
      this.lock = lock;
    }
  }

  /** {@code if (lock.tryLock())}. */
  static final class IfTry extends Statement {
    final Lock lock;
    final List<Statement> then;
    final List<Statement> otherwise;

    IfTry(Lock lock, List<Statement> then, List<Statement> otherwise) {
      this.lock = lock;
      this.then = then;
      this.otherwise = otherwise;
    }
  }

  static final class If extends Statement {
    final Condition condition;
    final List<Statement> then;
    final List<Statement> otherwise;

    If(Condition condition, List<Statement> then, List<Statement> otherwise) {
      this.condition = condition;
      this.then = then;
      this.otherwise = otherwise;
    }
  }

  static final class Loop extends Statement {
    final LoopKind kind;
    List<Statement> body = List.of();

    Loop(LoopKind kind) {
      this.kind = kind;
    }
  }

  static final class Switch extends Statement {
    final List<Case> cases;
    final boolean hasDefault;

    Switch(List<Case> cases, boolean hasDefault) {
      this.cases = cases;
      this.hasDefault = hasDefault;
    }
  }

  static final class Try extends Statement {
    final List<Statement> body;
    final List<Handler> handlers;

    /** Null where there is none. */
    final List<Statement> last;

    Try(List<Statement> body, List<Handler> handlers, List<Statement> last) {
      this.body = body;
      this.handlers = handlers;
      this.last = last;
    }
  }

  static final class Synchronized extends Statement {
    final List<Statement> body;

    Synchronized(List<Statement> body) {
      this.body = body;
    }
  }

  /** Leaves a loop, or goes on with its next turn. */
  static final class Jump extends Statement {
    final Loop target;
    final boolean goesOn;

    Jump(Loop target, boolean goesOn) {
      this.target = target;
      this.goesOn = goesOn;
    }
  }

  static final class Return extends Statement {}

  /** {@code throw new IllegalStateException()}. */
  static final class Throw extends Statement {}
}
