package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Statement.Case;
import dev.holdfast.checker.random.Statement.Handler;
import dev.holdfast.checker.random.Statement.Helper;
import dev.holdfast.checker.random.Statement.Loop;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Writes programs as the methods of one class, a statement a line, and tells the lines. */
final class SourceWriter {
  private static final String HEAD =
      """
      import dev.holdfast.annotations.*;
      import java.util.concurrent.locks.ReentrantLock;
      import java.util.concurrent.locks.ReentrantReadWriteLock;
      import java.util.concurrent.locks.StampedLock;

      abstract class Programs {
        final ReentrantLock lock = new ReentrantLock();
        final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
        final StampedLock seal = new StampedLock();
        final Object monitor = new Object();
        @GuardedBy("lock") int a;
        @GuardedBy("rw") int b;
        @GuardedBy("monitor") int c;
        @GuardedBy("seal") int d;
        int x;

        abstract boolean unknown();
        abstract int choose();
        abstract void work();
        abstract void check() throws Exception;

        abstract static class Node {
          final ReentrantLock lock = new ReentrantLock();
          @GuardedBy("lock") int count;
          @Requires("lock") abstract void hit();
        }

        @SameObject({"next.space", "space"})
        abstract static class Area {
          final Programs space;
          @GuardedBy("space.lock") int count;
          Area next;
          Area(Programs space) { this.space = space; }
          @Requires("space.lock") abstract void hit();
          @SameObject({"return.space", "space"}) abstract Area after();
        }

        abstract Node poll(int number);
        abstract Area anyArea(int number);
        @SameObject({"return.space", "this"}) abstract Area first();
      """;

  private final StringBuilder text = new StringBuilder();
  private final Map<Statement, Integer> lines = new IdentityHashMap<>();
  private final Map<Loop, String> labels = new IdentityHashMap<>();
  private final List<Integer> starts = new ArrayList<>();
  private int line = 1;
  private int indent = 1;

  SourceWriter() {
    HEAD.lines().forEach(each -> raw(each));
  }

  /** Adds the methods of a program. */
  void program(Program program) {
    raw("");
    starts.add(line);
    indent = 1;
    annotations(program.contract());
    write(
        "%s m%d(boolean p0, boolean p1, Node n1, Node n2, Node n3, Area w0, Area w1)"
            .formatted(type(program.answers()), starts.size() - 1));
    write("    throws Exception {");
    indent = 2;
    write("boolean f0 = false;");
    write("long s0 = 0, s1 = 0;");
    write("Object[] items = {this};");
    block(program.body());
    indent = 1;
    write("}");
    for (Helper helper : program.helpers()) {
      raw("");
      write("private void " + helper.name + "() {");
      indent = 2;
      write("Object[] items = {this};");
      indent = 1;
      nested(helper.body);
      write("}");
    }
    for (Callee callee : program.declared()) {
      raw("");
      annotations(callee.contract());
      write("abstract " + type(callee.answers()) + " " + callee.call() + ";");
    }
  }

  private void annotations(List<Clause> contract) {
    contract.forEach(clause -> write(clause.text()));
  }

  private static String type(boolean answers) {
    return answers ? "boolean" : "void";
  }

  /** The whole class. */
  String source() {
    return text + "}\n";
  }

  /** The line of a statement, 1-based; 0 for one that is not written down. */
  int line(Statement statement) {
    return lines.getOrDefault(statement, 0);
  }

  /** The program that a line belongs to. */
  int programAt(int at) {
    int method = -1;
    for (int start : starts) {
      method += start <= at ? 1 : 0;
    }
    return method;
  }

  /** The source of a program. */
  String excerpt(int index) {
    List<String> all = source().lines().toList();
    int from = starts.get(index) - 1;
    int to = index + 1 < starts.size() ? starts.get(index + 1) - 2 : all.size() - 1;
    StringBuilder result = new StringBuilder();
    for (int i = from; i < to; i++) {
      result.append("%4d %s%n".formatted(i + 1, all.get(i)));
    }
    return result.toString();
  }

  private void raw(String words) {
    text.append(words).append('\n');
    line++;
  }

  private void write(String words) {
    raw("  ".repeat(indent) + words);
  }

  private void block(List<Statement> body) {
    for (Statement each : body) {
      lines.put(each, line);
      statement(each);
    }
  }

  private void nested(List<Statement> body) {
    indent++;
    block(body);
    indent--;
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Invoke invoke) {
      write(invoke.callee.call() + ";");
    } else if (statement instanceof Statement.Access access) {
      write(access.field.text);
    } else if (statement instanceof Statement.Stamped call) {
      write(call.text());
    } else if (statement instanceof Statement.Noded use) {
      write(use.text());
    } else if (statement instanceof Statement.Call call) {
      write(call.checked ? "check();" : "work();");
    } else if (statement instanceof Statement.CallHelper call) {
      write(call.helper.name + "();");
    } else if (statement instanceof Statement.SetFlag set) {
      write("f0 = " + set.value + ";");
    } else if (statement instanceof Statement.TryFlag attempt) {
      write("f0 = " + attempt.callee.call() + ";");
    } else if (statement instanceof Statement.IfTry attempt) {
      choice(attempt.callee.call(), attempt.then, attempt.otherwise);
    } else if (statement instanceof Statement.If test) {
      choice(test.condition.text(), test.then, test.otherwise);
    } else if (statement instanceof Loop loop) {
      loop(loop);
    } else if (statement instanceof Statement.Switch choice) {
      cases(choice);
    } else if (statement instanceof Statement.Try attempt) {
      attempt(attempt);
    } else if (statement instanceof Statement.Synchronized monitor) {
      write("synchronized (monitor) {");
      nested(monitor.body);
      write("}");
    } else if (statement instanceof Statement.Jump jump) {
      write((jump.goesOn ? "continue " : "break ") + labels.get(jump.target) + ";");
    } else if (statement instanceof Statement.Return exit) {
      write(exit.result == null ? "return;" : "return " + exit.result.text() + ";");
    } else if (statement instanceof Statement.ReturnTry exit) {
      write("return " + exit.callee.call() + ";");
    } else {
      write("throw new IllegalStateException();");
    }
  }

  private void choice(String condition, List<Statement> then, List<Statement> otherwise) {
    write("if (" + condition + ") {");
    nested(then);
    if (!otherwise.isEmpty()) {
      write("} else {");
      nested(otherwise);
    }
    write("}");
  }

  private void loop(Loop loop) {
    String label = "l" + labels.size();
    labels.put(loop, label);
    switch (loop.kind) {
      case WHILE -> write(label + ": while (" + loop.condition.text() + ") {");
      case DO -> write(label + ": do {");
      case FOR -> write(label + ": for (Object o" + label + " : items) {");
    }
    nested(loop.body);
    write(loop.kind == Statement.LoopKind.DO ? "} while (" + loop.condition.text() + ");" : "}");
  }

  private void cases(Statement.Switch choice) {
    write("switch (choose()) {");
    indent++;
    for (int i = 0; i < choice.cases.size(); i++) {
      Case each = choice.cases.get(i);
      boolean otherwise = choice.hasDefault && i == choice.cases.size() - 1;
      write(otherwise ? "default:" : "case " + i + ":");
      nested(each.body());
      if (!each.falls()) {
        indent++;
        write("break;");
        indent--;
      }
    }
    indent--;
    write("}");
  }

  private void attempt(Statement.Try attempt) {
    write("try {");
    nested(attempt.body);
    for (Handler handler : attempt.handlers) {
      String name = "e" + indent;
      write("} catch (" + handler.caught().text + " " + name + ") {");
      nested(handler.body());
      if (handler.rethrows()) {
        indent++;
        write("throw " + name + ";");
        indent--;
      }
    }
    if (attempt.last != null) {
      write("} finally {");
      nested(attempt.last);
    }
    write("}");
  }
}
