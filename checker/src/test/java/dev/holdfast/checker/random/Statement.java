package dev.holdfast.checker.random;

import java.util.List;
import java.util.Locale;

/** A statement of a random program. Identity counts: the same words may stand in two places. */
abstract sealed class Statement {
  /** An access to a guarded field, and what has to be held. */
  enum Field {
    PLAIN("a++;", Lock.PLAIN),
    READ("x += b;", Lock.READ),
    WRITE("b++;", Lock.WRITE),
    MONITOR("c++;", Lock.MONITOR),
    SEAL_READ("x += d;", Lock.SEAL_READ),
    SEAL_WRITE("d++;", Lock.SEAL_WRITE);

    final String text;
    final Lock lock;

    Field(String text, Lock lock) {
      this.text = text;
      this.lock = lock;
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

  /** What a call does with a stamp. */
  enum Action {
    TAKE,
    TRY,
    RELEASE,
    CONVERT,
    LOOK,
    COPY
  }

  /** What is done with nodes and areas. */
  enum NodeAction {
    MAKE(false, false, true),
    OWN(true, false, true),
    NEXT(true, true, false),
    AFTER(true, true, true),
    COPY(false, false, false),
    CHOOSE(false, false, true),
    CLEAR(false, false, false),
    LOCK(false, true, false),
    UNLOCK(false, true, false),
    ACCESS(false, true, false),
    CALL(false, true, true);

    /** Whether there is none for nodes. */
    final boolean ofAreas;

    /** Whether its object must not be null. */
    final boolean goesThrough;

    final boolean throwing;

    NodeAction(boolean ofAreas, boolean goesThrough, boolean throwing) {
      this.ofAreas = ofAreas;
      this.goesThrough = goesThrough;
      this.throwing = throwing;
    }
  }

  /** How a loop is written. */
  enum LoopKind {
    WHILE,
    DO,
    FOR
  }

  /** A handler. */
  record Handler(Caught caught, List<Statement> body, boolean rethrows) {}

  /** The body of a case, and whether it goes on into the next one. */
  record Case(List<Statement> body, boolean falls) {}

  /** A call of what has a contract. */
  static final class Invoke extends Statement {
    final Callee callee;

    Invoke(Callee callee) {
      this.callee = callee;
    }
  }

  /** A call of the lock with stamps, or a copy of a stamp. */
  static final class Stamped extends Statement {
    final Action action;

    /** Null where there is none, or any. */
    final Lock view;

    /** The local that has the stamp afterwards, if any has. */
    final int target;

    /** The local that has the stamp before, if any has. */
    final int stamp;

    Stamped(Action action, Lock view, int target, int stamp) {
      this.action = action;
      this.view = view;
      this.target = target;
      this.stamp = stamp;
    }

    /** The statement as it is written. */
    String text() {
      String mode = view == null ? "" : view == Lock.SEAL_READ ? "Read" : "Write";
      return switch (action) {
        case TAKE -> "s%d = seal.%sLock();".formatted(target, mode.toLowerCase(Locale.ROOT));
        case TRY -> "s%d = seal.try%sLock();".formatted(target, mode);
        case RELEASE -> "seal.unlock%s(s%d);".formatted(mode, stamp);
        case CONVERT -> "s%d = seal.tryConvertTo%sLock(s%d);".formatted(target, mode, stamp);
        case LOOK -> "s%d = seal.tryOptimisticRead();".formatted(target);
        case COPY -> "s%d = s%d;".formatted(target, stamp);
      };
    }
  }

  /** Something that is done with locals that are nodes or areas. */
  static final class Noded extends Statement {
    final NodeAction action;
    final int target;
    final int source;

    /** What may be chosen instead of the source. */
    final int other;

    Noded(NodeAction action, int target, int source, int other) {
      this.action = action;
      this.target = target;
      this.source = source;
      this.other = other;
    }

    /** The statement as it is written. */
    String text() {
      boolean area = Nodes.isArea(source);
      String to = Nodes.name(target) + " = ";
      String from = Nodes.name(source);
      return switch (action) {
        case MAKE -> to + (area ? "anyArea(x++);" : "poll(x++);");
        case OWN -> to + "first();";
        case NEXT -> to + from + ".next;";
        case AFTER -> to + from + ".after();";
        case COPY -> to + from + ";";
        case CHOOSE -> to + "unknown() ? " + from + " : " + Nodes.name(other) + ";";
        case CLEAR -> to + "null;";
        case LOCK -> Nodes.lock(source) + ".lock();";
        case UNLOCK -> Nodes.lock(source) + ".unlock();";
        case ACCESS -> from + ".count++;";
        case CALL -> from + ".hit();";
      };
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
    final Callee callee;

    TryFlag(Callee callee) {
      this.callee = callee;
    }
  }

  /** {@code if (lock.tryLock())}. */
  static final class IfTry extends Statement {
    final Callee callee;
    final List<Statement> then;
    final List<Statement> otherwise;

    IfTry(Callee callee, List<Statement> then, List<Statement> otherwise) {
      this.callee = callee;
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

    /** What is asked at each turn, unless the loop is over elements. */
    Condition condition = new Condition.Test(Condition.Variable.UNKNOWN, false);

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

  static final class Return extends Statement {
    /** Null where there is none. */
    final Condition result;

    Return(Condition result) {
      this.result = result;
    }
  }

  /** {@code return lock.tryLock()}. */
  static final class ReturnTry extends Statement {
    final Callee callee;

    ReturnTry(Callee callee) {
      this.callee = callee;
    }
  }

  /** {@code throw new IllegalStateException()}. */
  static final class Throw extends Statement {}
}
